using Synthetic.Browser.Finding;

namespace Synthetic.Tests.Browser.Finding;

[TestFixture]
internal sealed class BrowserFinderTests
{
    private const string Shell = "/usr/bin/chromium-headless-shell";
    private const string Full = "/usr/bin/chromium";
    private const string CachedShell = "chrome-headless-shell-linux64/chrome-headless-shell";

    [Test]
    public void TheSettingWinsOverEverything()
    {
        var machine = new FakeMachine().With("/opt/mine/chrome").With(Shell).Set("SYNTHETIC_BROWSER", Shell);
        Assert.That(Find(machine, "/opt/mine/chrome"), Is.EqualTo(new InstalledBrowser("/opt/mine/chrome", BrowserKind.Chromium, "the browser setting")));
    }

    [Test]
    public void TheVariableWinsOverWhatIsInstalled()
    {
        var machine = new FakeMachine().With(Full).With(Shell).Set("SYNTHETIC_BROWSER", Full);
        Assert.That(Find(machine), Is.EqualTo(new InstalledBrowser(Full, BrowserKind.Chromium, "SYNTHETIC_BROWSER")));
    }

    [TestCase(FileState.Missing, "the browser setting names /opt/gone, which cannot be used: no such file. Name a Chromium executable, or unset it to have one found.")]
    [TestCase(FileState.NotExecutable, "the browser setting names /opt/gone, which cannot be used: not executable. Name a Chromium executable, or unset it to have one found.")]
    public void ASettingThatCannotBeUsedIsAnErrorAndNeverAnotherBrowser(FileState state, string message)
    {
        var machine = new FakeMachine().With("/opt/gone", state).With(Shell);
        Assert.That(() => Find(machine, "/opt/gone"), Throws.TypeOf<BrowserUnavailableException>().With.Message.EqualTo(message));
    }

    [Test]
    public void AVariableThatCannotBeUsedIsAnErrorToo() =>
        Assert.That(
            () => Find(new FakeMachine().With(Shell).Set("SYNTHETIC_BROWSER", "/opt/gone")),
            Throws.TypeOf<BrowserUnavailableException>().With.Message.StartsWith("SYNTHETIC_BROWSER names /opt/gone"));

    [Test]
    public void AHeadlessShellCannotBeAskedForAWindow() =>
        Assert.That(
            () => Find(new FakeMachine().With(Shell), Shell, headed: true),
            Throws.TypeOf<BrowserUnavailableException>().With.Message.Contains("cannot show a window"));

    [Test]
    public void TheNewestCompleteHeadlessShellOfPlaywrightComesFirst()
    {
        var machine = new FakeMachine().With(Shell)
            .WithCached("chromium-1300", "chrome-linux64/chrome")
            .WithCached("chromium_headless_shell-999", CachedShell)
            .WithCached("chromium_headless_shell-1248", CachedShell)
            .With($"/home/me/.cache/ms-playwright/chromium_headless_shell-1400/{CachedShell}");
        Assert.That(Find(machine)?.Path, Is.EqualTo($"/home/me/.cache/ms-playwright/chromium_headless_shell-1248/{CachedShell}"));
    }

    [Test]
    public void AHeadlessShellOfTheDistributionIsPreferredToPlaywrightsFullBrowser()
    {
        var machine = new FakeMachine().With(Shell).WithCached("chromium-1248", "chrome-linux64/chrome");
        Assert.That(Find(machine)?.Path, Is.EqualTo(Shell));
    }

    [Test]
    public void AWindowWantsAFullBrowser()
    {
        var machine = new FakeMachine().With(Shell).With("/usr/bin/google-chrome").WithCached("chromium-1248", "chrome-linux64/chrome");
        Assert.That(Find(machine, headed: true)?.Path, Does.EndWith("chromium-1248/chrome-linux64/chrome"));
    }

    [TestCase("/usr/bin/chromium", BrowserKind.Chromium)]
    [TestCase("/usr/bin/chromium-browser", BrowserKind.Chromium)]
    [TestCase("/usr/local/bin/google-chrome", BrowserKind.Chrome)]
    [TestCase("/usr/bin/google-chrome-stable", BrowserKind.Chrome)]
    [TestCase("/usr/bin/microsoft-edge", BrowserKind.Edge)]
    [TestCase("/usr/bin/microsoft-edge-stable", BrowserKind.Edge)]
    public void EveryUsualNameIsKnown(string path, BrowserKind kind) =>
        Assert.That(Find(new FakeMachine().With(path)), Is.EqualTo(new InstalledBrowser(path, kind, "PATH")));

    [Test]
    public void ABarePathDoesNotHideTheSystemsFolders() =>
        Assert.That(
            Find(new FakeMachine().With(Shell).Set("PATH", "/sbin")),
            Is.EqualTo(new InstalledBrowser(Shell, BrowserKind.HeadlessShell, "the system's folders")));

    [TestCase("/usr/bin/chromium-browser", "#!/bin/sh\nif ! [ -x /snap/bin/chromium ]; then echo 'Please install it with: snap install chromium'; exit 1; fi")]
    [TestCase("/snap/bin/chromium", "")]
    public void ASnapStubIsNoBrowser(string path, string text)
    {
        var machine = new FakeMachine().WithScript(path, text).Set("PATH", "/usr/bin:/snap/bin");
        Assert.That(Find(machine), Is.Null);
    }

    [Test]
    public void ADistributionsLauncherScriptIsABrowser() =>
        Assert.That(Find(new FakeMachine().WithScript(Shell, "#!/bin/sh -e\n/usr/lib/chromium/chromium-headless-shell \"$@\"\n"))?.Path, Is.EqualTo(Shell));

    [Test]
    public void WhereNothingIsFoundTheSearchTellsWhereItLooked()
    {
        var machine = new FakeMachine().With(Full, FileState.NotExecutable).Set("PATH", "/usr/bin");
        var search = new BrowserFinder(machine).Find(null, headed: false);
        Assert.Multiple(() =>
        {
            Assert.That(search.Found, Is.Null);
            Assert.That(search.LookedAt[0], Is.EqualTo("Playwright's cache: /home/me/.cache/ms-playwright"));
            Assert.That(search.LookedAt[1], Is.EqualTo("/usr/bin/chromium: not executable"));
            Assert.That(search.LookedAt[2], Does.StartWith("PATH: no chromium-headless-shell, chrome-headless-shell, chromium-browser, google-chrome"));
        });
    }

    [TestCase(MachineFamily.MacOS, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", BrowserKind.Chrome)]
    [TestCase(MachineFamily.MacOS, "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge", BrowserKind.Edge)]
    [TestCase(MachineFamily.Windows, "C:/Program Files/Google/Chrome/Application/chrome.exe", BrowserKind.Chrome)]
    [TestCase(MachineFamily.Windows, "C:/Program Files/Microsoft/Edge/Application/msedge.exe", BrowserKind.Edge)]
    public void OtherSystemsHaveTheirOwnPlaces(MachineFamily family, string path, BrowserKind kind)
    {
        var machine = new FakeMachine { Family = family }.With(path).Set("ProgramFiles", "C:/Program Files").Set("PATH", "");
        Assert.That(Find(machine)?.Kind, Is.EqualTo(kind));
    }

    [TestCase(MachineFamily.Linux, "/home/me/.cache/ms-playwright")]
    [TestCase(MachineFamily.MacOS, "/home/me/Library/Caches/ms-playwright")]
    public void PlaywrightsCacheDependsOnTheSystem(MachineFamily family, string expected) =>
        Assert.That(PlaywrightCache.Folder(new FakeMachine { Family = family }), Is.EqualTo(expected));

    [Test]
    public void PlaywrightsCacheCanBeElsewhere() =>
        Assert.That(
            Find(new FakeMachine().WithCached("chromium_headless_shell-7", CachedShell, "/ms-playwright").Set("PLAYWRIGHT_BROWSERS_PATH", "/ms-playwright"))?.Path,
            Is.EqualTo($"/ms-playwright/chromium_headless_shell-7/{CachedShell}"));

    private static InstalledBrowser? Find(FakeMachine machine, string? setting = null, bool headed = false) =>
        new BrowserFinder(machine).Find(setting, headed).Found;
}
