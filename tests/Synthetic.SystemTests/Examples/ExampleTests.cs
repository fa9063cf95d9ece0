using Synthetic.Benchmarks.Exactness;

namespace Synthetic.SystemTests.Examples;

/// <summary>The scenarios of examples/ against the applications that they are for, by the commands that examples/README.md has.</summary>
[Parallelizable(ParallelScope.All)]
[CancelAfter(240_000)]
public sealed class ExampleTests
{
    private ExampleApp _pages = null!;
    private string? _missing;

    [OneTimeSetUp]
    public async Task Open()
    {
        _missing = await Npm.InstallAsync(ExampleApp.Folder, patience: TimeSpan.FromMinutes(3));
        _pages = await ExampleApp.OfPagesAsync();
    }

    [OneTimeTearDown]
    public async Task Close() => await _pages.DisposeAsync();

    [Test]
    public Task TheShop() => PassesAsync("shop", address: null);

    [TestCase("board")]
    [TestCase("map")]
    [TestCase("api-docs")]
    [TestCase("table")]
    [TestCase("editor")]
    [TestCase("slides")]
    public async Task APageMadeWithAPackage(string name)
    {
        NeedsNpm();
        await PassesAsync(name, _pages.Address);
    }

    [Test]
    public async Task TheChat()
    {
        NeedsNpm();
        await using var app = await ExampleApp.OfProgramAsync("node", (port, _) => ["chat/server.mjs", $"{port}"]);
        await PassesAsync("chat", app.Address);
    }

    [Test]
    public async Task TheWiki()
    {
        NeedsNpm();
        const string Wiki = "node_modules/tiddlywiki/tiddlywiki.js";
        await using var app = await ExampleApp.OfProgramAsync("node", (port, data) => [Wiki, "+plugins/tiddlywiki/filesystem", "+plugins/tiddlywiki/tiddlyweb", data, "--init", "server", "--listen", $"port={port}"]);
        await PassesAsync("tiddlywiki", app.Address);
    }

    [Test]
    public async Task NodeRed()
    {
        NeedsNpm();
        const string Red = "node_modules/node-red/red.js";
        await using var app = await ExampleApp.OfProgramAsync("node", (port, data) => [Red, "--userDir", data, "--port", $"{port}", "-D", "uiHost=127.0.0.1", "-D", "editorTheme.tours=false", "-D", "telemetry.enabled=false"]);
        await PassesAsync("node-red", app.Address);
    }

    [Test]
    public async Task BlazorServer()
    {
        const string Project = "blazor/OrderDesk.csproj";
        // No build server may outlive it: it would hold this one's output open.
        var failed = await Npm.RunAsync("dotnet", ["build", Project, "-nodeReuse:false", "-p:UseSharedCompilation=false"], ExampleApp.Folder, TimeSpan.FromMinutes(3));
        Assert.That(failed, Is.Null);
        await using var app = await ExampleApp.OfProgramAsync("dotnet", (port, _) => ["run", "--no-build", "--project", Project, "--urls", $"http://127.0.0.1:{port}"]);
        await PassesAsync("blazor", app.Address);
    }

    [Test]
    public async Task Prometheus()
    {
        const string Installed = "/usr/bin/prometheus";
        if (!File.Exists(Installed))
            Assert.Ignore("Prometheus is not installed");
        await using var app = await ExampleApp.OfProgramAsync(Installed, (port, data) =>
        {
            File.WriteAllText(Path.Combine(data, "prometheus.yml"), "scrape_configs: []\n");
            return [$"--config.file={data}/prometheus.yml", $"--storage.tsdb.path={data}/data", $"--web.listen-address=127.0.0.1:{port}"];
        });
        await PassesAsync("prometheus", app.Address);
    }

    private static async Task PassesAsync(string name, Uri? address)
    {
        string[] elsewhere = address is null ? [] : ["--base-url", $"{address}"];
        await using var run = await Commands.Program.RunAsync(["run", "--config", Path.Combine(ExampleApp.Folder, name, "scenarios.json"), .. elsewhere]);
        // A budget may be broken on a busy machine: that it works is what is shown here.
        Assert.That(run.Output, Does.Not.Contain("failed in").And.Contains($"{name} "), run.Output + run.Errors);
        Assert.That(run.ExitCode, Is.AnyOf(0, 1), run.Errors);
    }

    private void NeedsNpm()
    {
        if (_missing is not null)
            Assert.Ignore($"the packages are not there: {_missing}");
    }
}
