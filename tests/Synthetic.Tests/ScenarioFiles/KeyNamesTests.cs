using Synthetic.Core.ScenarioFiles.Keys;

namespace Synthetic.Tests.ScenarioFiles;

internal sealed class KeyNamesTests
{
    [TestCase("a")]
    [TestCase("A")]
    [TestCase("+")]
    [TestCase("Control++")]
    [TestCase("Control+Shift+KeyT")]
    [TestCase("F12")]
    [TestCase(" ")]
    public void AKeyOfTheKeyboardIsOne(string key) => Assert.That(KeyNames.Problem(key), Is.Null);

    [TestCase("control+a")]
    [TestCase("Control+")]
    [TestCase("F13")]
    [TestCase("€")]
    public void AnythingElseIsNone(string key) => Assert.That(KeyNames.Problem(key), Is.Not.Null);

    [TestCase("Ctrl+A", "Control+A")]
    [TestCase("Ctrl+Up", "Control+ArrowUp")]
    [TestCase("Del+Delta", "Delete+Delta")]
    public void AChordIsSuggestedAsAWhole(string chord, string meant) => Assert.That(KeyNames.Problem(chord)!.Value.Advice, Does.Contain($"\"{meant}\""));

    [Test]
    public void TheNamesAreTheDriversOwn()
    {
        var bundle = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, ".playwright", "package", "lib", "coreBundle.js"));
        var begin = bundle.IndexOf("USKeyboardLayout = {", StringComparison.Ordinal);
        var layout = bundle[begin..bundle.IndexOf("};", begin, StringComparison.Ordinal)];
        string[] aliases = ["Shift", "Control", "Alt", "Meta", "ControlOrMeta"];
        Assert.That(KeyNames.Named.Except(aliases).Where(name => !layout.Contains($"\"{name}\": {{", StringComparison.Ordinal)), Is.Empty);
        var theirs = layout.Split('\n').Skip(1).Select(line => line.Trim()).Where(line => line.StartsWith('"')).Select(line => line.Split('"')[1]);
        Assert.That(theirs.Except(KeyNames.Named), Is.Empty);
    }
}
