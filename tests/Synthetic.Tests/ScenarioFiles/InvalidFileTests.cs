namespace Synthetic.Tests.ScenarioFiles;

public sealed class InvalidFileTests
{
    private static IEnumerable<string> Files() =>
        Directory.GetFiles(Path.Combine(ProjectFolder.Tests(), "invalid"), "*.json").Order().Select(file => Path.GetFileNameWithoutExtension(file)!);

    [TestCaseSource(nameof(Files))]
    public void EachMistakeHasItsMessage(string name)
    {
        var file = Path.Combine(ProjectFolder.Tests(), "invalid", name + ".json");
        var errors = SampleVocabulary.Read(File.ReadAllText(file), ("TOKEN", "s3cr3t-t0ken")).Errors;
        Assert.That(errors, Is.Not.Empty);
        Assert.That(errors, Has.All.Property("Line").Not.Null.And.All.Property("Column").Not.Null);
        ProjectFolder.AssertGolden(Path.ChangeExtension(file, ".txt"),
            string.Concat(errors.Select(error => $"{error.Line}:{error.Column} {error}\n")));
    }

    [Test]
    public void TenMistakesGiveTenMessages()
    {
        var file = Path.Combine(ProjectFolder.Tests(), "invalid", "ten-mistakes.json");
        Assert.That(SampleVocabulary.Messages(File.ReadAllText(file)), Has.Length.EqualTo(10));
    }

    [Test]
    public void AFileWithAnErrorGivesNoScenario()
    {
        var result = SampleVocabulary.Read("""{ "scenarios": [ { "name": "a", "script": "SignIn" }, { "name": "b" } ] }""");
        Assert.That(result.Errors, Has.Count.EqualTo(1));
        Assert.That(result.Scenarios, Is.Empty);
    }
}
