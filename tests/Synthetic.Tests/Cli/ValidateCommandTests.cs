namespace Synthetic.Tests.Cli;

internal sealed class ValidateCommandTests
{
    [Test]
    public async Task AGoodFileIsSummedUp()
    {
        using var desk = new Desk { In = Desk.TwoScenarios };
        var code = await desk.RunAsync("validate", "-");
        Assert.That((code, desk.Error), Is.EqualTo((0, "")));
        Assert.That(desk.Out, Is.EqualTo(
            "OK: 2 scenarios, 3 steps, 1 notifier\n  place-order  next 2026-03-01 12:01:00 UTC\n  search  by hand only\n"));
    }

    [Test]
    public async Task AWebhookIsNotedAsNotDeliveredToYet()
    {
        const string Webhook = """{ "type": "webhook", "url": "https://hooks.test/s3cr3t" }""";
        using var desk = new Desk { In = Desk.TwoScenarios.TrimEnd().TrimEnd('}') + $$""", "notifiers": { "ops": {{Webhook}} } }""" };
        Assert.That(await desk.RunAsync("validate", "-"), Is.Zero);
        Assert.That(desk.Out, Does.EndWith(
            "by hand only\nnote: notifier ops is a webhook, which is validated now and delivered to in a later version; until then alerts go to the log only\n"));
    }

    [Test]
    public async Task EveryErrorIsPrintedAtOnce()
    {
        using var desk = new Desk { In = "{ \"scenarios\": [ { \"nam\": \"x\", \"timeout\": \"0s\" } ] }" };
        Assert.That(await desk.RunAsync("validate", "-"), Is.EqualTo(2));
        Assert.That(desk.Error, Does.Contain("scenarios[0].nam").And.Contains("scenarios[0].timeout").And.Contains("errors\n"));
    }

    [Test]
    public async Task ASyntaxErrorNamesItsPlaceOnce()
    {
        using var desk = new Desk { In = "oops" };
        Assert.That(await desk.RunAsync("validate", "-"), Is.EqualTo(2));
        Assert.That(desk.Error, Is.EqualTo("-:1:1: the file is not valid JSON: a value was expected, found o; strings take double quotes\n"));
    }

    [Test]
    public async Task AMissingFileSaysWhatToDo()
    {
        using var desk = new Desk();
        Assert.That(await desk.RunAsync("validate", "/nowhere/s.json"), Is.EqualTo(2));
        Assert.That(desk.Error, Does.StartWith("/nowhere/s.json is not there; name a scenario file with --config, or try: synthetic demo --once\n"));
    }

    [Test]
    public void TheDevicesAreTheDriversOwn()
    {
        var driver = Path.Combine(AppContext.BaseDirectory, ".playwright", "package", "lib", "coreBundle.js");
        var bundle = File.ReadAllText(driver);
        Assert.That(Worker.Cli.KnownDevices.Names.Where(name => !bundle.Contains($"\"{name}\": {{", StringComparison.Ordinal)), Is.Empty);
    }
}
