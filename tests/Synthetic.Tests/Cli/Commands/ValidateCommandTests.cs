namespace Synthetic.Tests.Cli.Commands;

internal sealed class ValidateCommandTests
{
    [Test]
    public async Task AGoodFileIsSummedUp()
    {
        using var harness = new CommandHarness { In = CommandHarness.TwoScenarios };
        var code = await harness.RunAsync("validate", "-");
        Assert.That((code, harness.Error), Is.EqualTo((0, "")));
        Assert.That(harness.Out, Is.EqualTo(
            "OK: 2 scenarios, 3 steps, 1 notifier\n  place-order  next 2026-03-01 12:01:00 UTC\n  search  by hand only\n"));
    }

    [Test]
    public async Task ABudgetThatIsNeverJudgedIsAWarning()
    {
        using var harness = new CommandHarness
        {
            In = """
                { "scenarios": [ { "name": "home", "baseUrl": "https://shop.example", "steps": [
                  { "name": "Open", "goto": "/", "budgets": { "inp": "200ms", "lcp": "2s" } },
                  { "name": "Search", "click": "#search", "budgets": { "response": "1s" } } ] } ] }
                """,
        };
        Assert.That(await harness.RunAsync("validate", "-"), Is.Zero);
        Assert.That(harness.Error, Is.EqualTo(
            "warning: home / Open: the budget inp is never judged: \"goto\" is no input that the browser times\n"
            + "warning: home / Search: the budget response is judged only where the browser itself links a paint to the input: give the step an \"expect\"\n"));
    }

    [Test]
    public async Task EveryErrorIsPrintedAtOnce()
    {
        using var harness = new CommandHarness { In = "{ \"scenarios\": [ { \"nam\": \"x\", \"timeout\": \"0s\" } ] }" };
        Assert.That(await harness.RunAsync("validate", "-"), Is.EqualTo(2));
        Assert.That(harness.Error, Does.Contain("scenarios[0].nam").And.Contains("scenarios[0].timeout").And.Contains("errors\n"));
    }

    [Test]
    public async Task ASyntaxErrorNamesItsPlaceOnce()
    {
        using var harness = new CommandHarness { In = "oops" };
        Assert.That(await harness.RunAsync("validate", "-"), Is.EqualTo(2));
        Assert.That(harness.Error, Is.EqualTo("-:1:1: the file is not valid JSON: a value was expected, found o; strings take double quotes\n"));
    }

    [Test]
    public async Task AMissingFileSaysWhatToDo()
    {
        using var harness = new CommandHarness();
        Assert.That(await harness.RunAsync("validate", "/nowhere/s.json"), Is.EqualTo(2));
        Assert.That(harness.Error, Does.StartWith("/nowhere/s.json is not there; name a scenario file with --config, or try: synthetic demo --once\n"));
    }

    [TestCase("front.png", 0)]
    [TestCase("back.png", 2)]
    public async Task AnUploadedFileIsLookedForBesideTheScenarioFile(string file, int code)
    {
        using var harness = new CommandHarness();
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "front.png"), "x");
        var scenarios = Path.Combine(folder.FullName, "s.json");
        await File.WriteAllTextAsync(scenarios, $$"""{ "scenarios": [ { "name": "a", "baseUrl": "http://shop.example", "steps": [ { "upload": { "into": "#photo", "value": "{{file}}" } } ] } ] }""");
        Assert.That(await harness.RunAsync("validate", scenarios), Is.EqualTo(code), harness.Error);
        folder.Delete(recursive: true);
    }

    [Test]
    public void TheDevicesAreTheDriversOwn()
    {
        var driver = Path.Combine(AppContext.BaseDirectory, ".playwright", "package", "lib", "coreBundle.js");
        var bundle = File.ReadAllText(driver);
        Assert.That(Worker.Cli.Scenarios.KnownDevices.Names.Where(name => !bundle.Contains($"\"{name}\": {{", StringComparison.Ordinal)), Is.Empty);
    }
}
