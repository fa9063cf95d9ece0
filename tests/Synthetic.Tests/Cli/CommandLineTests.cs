namespace Synthetic.Tests.Cli;

internal sealed class CommandLineTests
{
    [TestCase("rnu", "unknown command \"rnu\"; did you mean \"run\"?\nSee: synthetic --help\n")]
    [TestCase("run --jsno", "unknown option --jsno; did you mean \"--json\"?\nSee: synthetic run --help\n")]
    [TestCase("run --trace", "unknown option --trace\nSee: synthetic run --help\n")]
    [TestCase("demo --prove", "--json, --out, --junit, --repeat and --prove belong to a demo that ends: add --once\n")]
    [TestCase("worker twice", "unexpected argument \"twice\"\nSee: synthetic worker --help\n")]
    [TestCase("--confg x.json", "unknown option --confg; did you mean \"--config\"?\nunknown command \"x.json\"\nSee: synthetic --help\n")]
    [TestCase("run --repeat 0", "--repeat must be from 1 to 1000, was 0\n")]
    [TestCase("run --causes perhaps", "--causes must be read-only, always or never, was \"perhaps\"\n")]
    [TestCase("run --sandbox maybe", "--sandbox must be one of auto, on, off, was \"maybe\"\n")]
    [TestCase("run --base-url shop", "--base-url must be an http or https address, was \"shop\"\n")]
    [TestCase("demo --json", "--json, --out, --junit, --repeat and --prove belong to a demo that ends: add --once\n")]
    [TestCase("server-timing", "name a header, - for standard input, or an address with --url\n")]
    [TestCase("browser path --json", "unknown option --json\nSee: synthetic browser path --help\n")]
    [TestCase("validate ", "the name of the scenario file is empty; leave it out for scenarios.json\n")]
    [TestCase("explain ", "the name of the record's file is empty; - reads standard input\n")]
    [TestCase("run --out ", "--out must name a folder, was \"\"\n")]
    [TestCase("run --junit ", "--junit must name a file, was \"\"\n")]
    [TestCase("run --junit /", "--junit must name a file; / is a folder\n")]
    [TestCase("run --base-url ftp://user:secretpw@x", "--base-url must be an http or https address, was \"ftp://***@x\"\n")]
    [TestCase("server-timing --url http://user:secret@pw:x@y:z/", "--url must be an http or https address, was \"http://***@y:z/\"\n")]
    [TestCase("server-timing --url ftp://x", "--url must be an http or https address, was \"ftp://x\"\n")]
    public async Task BadUsageIsNamedOnStandardErrorAndEndsWith2(string args, string error)
    {
        using var harness = new CommandHarness();
        var code = await harness.RunAsync(args.Split(' '));
        Assert.That((code, harness.Out, harness.Error, harness.Opened), Is.EqualTo((2, "", error, 0)));
    }

    [TestCase("")]
    [TestCase("worker")]
    [TestCase("run")]
    [TestCase("demo")]
    [TestCase("validate")]
    [TestCase("explain")]
    [TestCase("server-timing")]
    [TestCase("browser")]
    [TestCase("browser path")]
    public async Task EveryHelpTeachesByExample(string command)
    {
        using var harness = new CommandHarness();
        var code = await harness.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.That((code, harness.Error), Is.EqualTo((0, "")));
        Assert.That(harness.Out, Does.Contain("Example").And.Contains($"synthetic {command}".Trim()));
    }

    [Test]
    public async Task AFaultThatTheShopDoesNotHaveIsRefused()
    {
        using var harness = new CommandHarness();
        var code = await harness.RunAsync("demo", "--once", "--fault", "dbb=400");
        Assert.That((code, harness.Out, harness.Opened), Is.EqualTo((2, "", 0)));
        Assert.That(harness.Error, Does.Contain("dbb"));
    }

    [Test]
    public async Task ABrowserThatIsNotThereEndsWith3()
    {
        using var harness = new CommandHarness();
        var code = await harness.RunAsync("browser", "path", "--browser", Path.Combine(harness.Folder, "chrome"));
        Assert.That((code, harness.Out), Is.EqualTo((3, "")));
        Assert.That(harness.Error, Does.Contain("which cannot be used: no such file"));
    }
}
