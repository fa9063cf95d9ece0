using Synthetic.Worker.Hosting;
using Synthetic.Worker.Logging;

namespace Synthetic.Tests.Scheduling;

public sealed class WorkerSettingsTests
{
    private readonly Dictionary<string, string?> _environment = [];
    private readonly Dictionary<string, string?> _options = [];

    [SetUp]
    public void Forget()
    {
        _environment.Clear();
        _options.Clear();
    }

    [Test]
    public void WithoutAnythingTheDefaultsHold() => Assert.That(Read(), Is.EqualTo((new WorkerSettings(), "")));

    [Test]
    public void AnOptionWinsOverAVariable()
    {
        _environment["SYNTHETIC_GRACE"] = "10s";
        _environment["SYNTHETIC_LOG_FORMAT"] = "json";
        _options["--grace"] = "5s";
        var (settings, _) = Read();
        Assert.That((settings.Grace, settings.LogFormat), Is.EqualTo((TimeSpan.FromSeconds(5), LogFormat.Json)));
    }

    [Test]
    public void TheHostIsReadUnlessNobodyWantsToKnow()
    {
        Assert.That(Read().Settings.HostNoise, Is.True);
        _environment["SYNTHETIC_HOST_NOISE"] = "off";
        Assert.That(Read().Settings.HostNoise, Is.False);
    }

    [Test]
    public void LinesMayBeLongerWhereTheirReaderTakesThem()
    {
        Assert.That(Read().Settings.LogLineBytes, Is.EqualTo(16_384));
        _environment["SYNTHETIC_LOG_LINE"] = "64";
        Assert.That(Read().Settings.LogLineBytes, Is.EqualTo(65_536));
        _options["--log-line"] = "7";
        Assert.That(Read().Errors, Is.EqualTo("--log-line must be a whole number from 8 to 1024, was \"7\""));
    }

    [Test]
    public void EveryWrongValueIsNamedWithWhatIsAllowed()
    {
        _environment["SYNTHETIC_CONCURRENCY"] = "0";
        _environment["SYNTHETIC_SANDBOX"] = "maybe";
        _options["--grace"] = "soon";
        Assert.That(Read().Errors, Is.EqualTo("""
            SYNTHETIC_CONCURRENCY must be a whole number from 1 to 64, was "0"
            SYNTHETIC_SANDBOX must be one of auto, on, off, was "maybe"
            --grace must be a duration from 0s to 1h, like 30s, was "soon"
            """));
    }

    [Test]
    public void AnEmptyVariableIsAsGoodAsNone()
    {
        _environment["SYNTHETIC_LOCATION"] = "";
        Assert.That(Read().Settings.Location, Is.EqualTo("local"));
    }

    private (WorkerSettings Settings, string Errors) Read()
    {
        var (settings, errors) = WorkerSettings.Read(name => _environment.GetValueOrDefault(name), _options);
        return (settings, string.Join("\n", errors));
    }
}
