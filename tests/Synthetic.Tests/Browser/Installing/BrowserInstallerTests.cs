using Synthetic.Browser.Finding;
using Synthetic.Browser.Installing;
using Synthetic.Tests.Browser.Finding;

namespace Synthetic.Tests.Browser.Installing;

[TestFixture]
public sealed class BrowserInstallerTests
{
    private const string Cached = "/home/me/.cache/ms-playwright/chromium_headless_shell-1248/chrome-headless-shell-linux64/chrome-headless-shell";

    private readonly List<string> _said = [];
    private FakeMachine _machine = new();
    private FakeRunner _runner = new();
    private string _folder = "";

    [SetUp]
    public void ABareDebian()
    {
        _said.Clear();
        _runner = new FakeRunner();
        _machine = new FakeMachine().Set("PLAYWRIGHT_DRIVER_SEARCH_PATH", "/app").With("/app/.playwright/package/cli.js").With("/usr/bin/apt-get");
        _folder = Directory.CreateTempSubdirectory("synthetic-tests-").FullName;
    }

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task PlaywrightsInstallerComesFirst()
    {
        _runner.On("install chromium-headless-shell", 0, Download).On("--version", 0);
        var browser = await InstallAsync();
        Assert.Multiple(() =>
        {
            Assert.That(browser.Path, Is.EqualTo(Cached));
            Assert.That(_runner.Ran[0], Does.EndWith("node /app/.playwright/package/cli.js install chromium-headless-shell"));
            Assert.That(_said, Does.Contain("Running playwright install chromium-headless-shell"));
            Assert.That(_runner.Ran, Has.None.Contains("apt-get"));
        });
    }

    [Test]
    public async Task LibrariesAreInstalledOnlyForABrowserThatDoesNotStart()
    {
        _runner.On("install chromium-headless-shell", 0, Download)
            .On("install-deps", 0, () => _runner.On("--version", 0));
        await InstallAsync();
        Assert.That(_runner.Ran[2], Does.EndWith("install-deps chromium-headless-shell"));
    }

    [Test]
    public async Task WhereTheDownloadFailsDebiansPackageIsTaken()
    {
        _runner.On("cli.js install", 1).On("update", 0)
            .On("--no-install-recommends chromium-headless-shell", 0, () => _machine.With("/usr/bin/chromium-headless-shell"));
        var browser = await InstallAsync();
        Assert.Multiple(() =>
        {
            Assert.That(browser.Path, Is.EqualTo("/usr/bin/chromium-headless-shell"));
            Assert.That(_said, Does.Contain("Playwright's installer did not work: the download ended with exit code 1: E: it broke"));
        });
    }

    [Test]
    public async Task AnOlderDebianHasOnlyTheFullChromium()
    {
        _runner.On("update", 0).On("--no-install-recommends chromium fonts", 0, () => _machine.With("/usr/bin/chromium"));
        Assert.That((await InstallAsync()).Kind, Is.EqualTo(BrowserKind.Chromium));
    }

    [Test]
    public async Task WhereNothingWorksTheErrorTellsWhatWasTriedAndWhatToDo()
    {
        var error = await Assert.ThrowsAsync<BrowserUnavailableException>(() => InstallAsync(isRoot: false));
        Assert.Multiple(() =>
        {
            Assert.That(error?.Message, Does.Contain("Playwright's installer: the download ended with exit code 127: not there"));
            Assert.That(error?.Message, Does.Contain("apt-get: wants root"));
            Assert.That(error?.Message, Does.Contain("PATH: no chromium-headless-shell"));
            Assert.That(error?.Message, Does.Contain("set SYNTHETIC_BROWSER"));
        });
    }

    [Test]
    public async Task WhatAnotherProcessInstalledMeanwhileIsTaken()
    {
        _machine.With("/usr/bin/chromium-headless-shell");
        await InstallAsync();
        Assert.That(_runner.Ran, Is.Empty);
    }

    [Test]
    public async Task TwoDoNotInstallAtOnce()
    {
        var turn = await InstallLock.TakeAsync(_folder, _said.Add, TimeProvider.System, CancellationToken.None);
        _runner.On("install chromium-headless-shell", 0, Download).On("--version", 0);
        var installing = InstallAsync();
        Assert.That(() => _said, Has.Some.Contains("Another process is installing").After(5000, 5));
        Assert.That(_runner.Ran, Is.Empty);
        turn.Dispose();
        await installing;
        Assert.That(_runner.Ran, Is.Not.Empty);
    }

    [Test]
    public void TheCallersCancellationIsNoFailure()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.That(async () => await InstallAsync(ct: cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private void Download() => _machine.WithCached("chromium_headless_shell-1248", "chrome-headless-shell-linux64/chrome-headless-shell");

    private Task<InstalledBrowser> InstallAsync(bool isRoot = true, CancellationToken ct = default) =>
        new BrowserInstaller(
            new BrowserFinder(_machine),
            [new PlaywrightInstallation(_machine, _runner, isRoot), new AptInstallation(_machine, _runner, isRoot)],
            _folder,
            TimeProvider.System).InstallAsync(headed: false, _said.Add, ct);
}
