namespace Synthetic.Tests.Cli.Commands;

internal sealed class ServerTimingCommandTests
{
    [Test]
    public async Task MetricsAreDrawnAndFindingsNamed()
    {
        using var harness = new CommandHarness();
        var code = await harness.RunAsync("server-timing", "Server-Timing: db;dur=350, cache;dur=5;desc=\"L2 [hit]\", miss, total;dur=fast");
        Assert.That(code, Is.EqualTo(1));
        Terminal.Golden.Matches(harness.Out, "server-timing.txt");
    }

    [Test]
    public async Task OfAWholeResponseOnlyOurFieldsCount()
    {
        using var harness = new CommandHarness { In = "HTTP/2 200\r\nserver-timing: db;dur=5\r\ncontent-type: text/html\r\nServer-Timing: app;dur=7\r\n\r\n" };
        Assert.That(await harness.RunAsync("server-timing", "-", "--json"), Is.Zero);
        Assert.That(harness.Out, Is.EqualTo(
            "{\"bytes\":17,\"metrics\":[{\"name\":\"db\",\"ms\":5,\"description\":\"\"},{\"name\":\"app\",\"ms\":7,\"description\":\"\"}],\"findings\":[]}\n"));
    }

    [Test]
    public async Task AnAddressThatDoesNotAnswerEndsWith1()
    {
        using var harness = new CommandHarness();
        Assert.That(await harness.RunAsync("server-timing", "--url", "http://127.0.0.1:1/"), Is.EqualTo(1));
        Assert.That(harness.Error, Does.StartWith("http://127.0.0.1:1/ did not answer: "));
    }

    [Test]
    public async Task APasswordInTheAddressIsNeverShown()
    {
        using var harness = new CommandHarness();
        await harness.RunAsync("server-timing", "--url", "http://user:secretpw@127.0.0.1:1/");
        Assert.That(harness.Out + harness.Error, Does.StartWith("http://***@127.0.0.1:1/ did not answer: ").And.Not.Contain("secretpw"));
        var report = Worker.Cli.Headers.ServerTimingReport.Of(new Worker.Cli.Headers.FetchedHeaders { Fields = [], Url = new Uri("http://user:secretpw@shop.test/") });
        Assert.That(report.ToJson(), Does.Contain("\"url\":\"http://***@shop.test/\"").And.Not.Contain("secretpw"));
    }

    [Test]
    public async Task LevelsAreInCamelCase()
    {
        using var harness = new CommandHarness();
        await harness.RunAsync("server-timing", "miss", "--json");
        Assert.That(harness.Out, Does.Contain("\"level\":\"note\""));
    }

    [TestCase(false, "there is no Timing-Allow-Origin header: pages of other origins cannot read these metrics")]
    [TestCase(true, null)]
    public void AnAddressWithoutTimingAllowOriginIsNoted(bool allows, string? finding)
    {
        var report = Worker.Cli.Headers.ServerTimingReport.Of(
            new Worker.Cli.Headers.FetchedHeaders { Fields = ["db;dur=5"], Url = new Uri("http://shop.test/"), WaitMs = 9, AllowsOtherOrigins = allows });
        Assert.That(report.Findings.Select(one => one.Message), Is.EqualTo(finding is null ? Array.Empty<string>() : [finding]));
    }
}
