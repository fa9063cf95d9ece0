using Synthetic.Browser.Pooling;

namespace Synthetic.Tests.Browser.Pooling;

[TestFixture]
public sealed class LaunchArgumentsTests
{
    private static readonly string[] Drivers = ["Translate", "MediaRouter"];
    private static readonly string[] InSource = ["A", "B"];

    [Test]
    public void TheFullBrowserGetsTheDriversFeaturesAndOurs()
    {
        var launch = LaunchArguments.For(new BrowserPoolOptions { BrowserPath = "/usr/bin/chromium" }, Drivers);
        Assert.Multiple(() =>
        {
            Assert.That(launch.IgnoreDefaultArgs, Does.Contain("--disable-features=Translate,MediaRouter").And.Exactly(1).Items);
            Assert.That(launch.Args, Does.Contain("--disable-features=Translate,MediaRouter,WebUIReloadButton,WebUIOmniboxPopup,WebUIOmniboxAimPopup"));
            Assert.That(launch.Args, Does.Contain("--disable-quic"));
        });
    }

    [Test]
    public void WhereTheDriversListIsUnknownItIsLeftAlone()
    {
        var launch = LaunchArguments.For(new BrowserPoolOptions { BrowserPath = "/usr/bin/chromium" }, []);
        Assert.That(launch.IgnoreDefaultArgs, Is.Null);
        Assert.That(launch.Args, Has.None.StartsWith("--disable-features"));
    }

    [Test]
    public void TheHeadlessShellHasNothingToSwitchOff()
    {
        var launch = LaunchArguments.For(new BrowserPoolOptions { BrowserPath = "/usr/bin/chromium-headless-shell" }, Drivers);
        Assert.That(launch.IgnoreDefaultArgs, Is.Null);
    }

    [TestCase(SandboxMode.On, true)]
    [TestCase(SandboxMode.Off, false)]
    public void TheSandboxIsAsAskedFor(SandboxMode mode, bool expected) =>
        Assert.That(
            LaunchArguments.For(new BrowserPoolOptions { BrowserPath = "/x", Sandbox = mode }, []).ChromiumSandbox, Is.EqualTo(expected));

    [Test]
    public void TheDriversFeaturesAreReadFromItsSource() =>
        Assert.That(
            DriverFeatures.In("var disabledFeatures, x;\n  disabledFeatures = [\n // See \"this\"\n \"A\",\n // [no]\n \"B\"\n ].filter(Boolean);"),
            Is.EqualTo(InSource));

    [Test]
    public async Task TheDriverOfThisVersionStillTellsItsFeatures() =>
        Assert.That(
            await DriverFeatures.DisabledAsync(Path.Join(AppContext.BaseDirectory, ".playwright", "package"), CancellationToken.None),
            Does.Contain("Translate").And.Contain("PaintHolding"));
}
