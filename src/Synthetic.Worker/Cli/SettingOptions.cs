using System.CommandLine;
using Synthetic.Worker.Hosting;

namespace Synthetic.Worker.Cli;

/// <summary>The options that are settings too: an option wins over its environment variable.</summary>
internal sealed class SettingOptions
{
    private readonly List<Option<string?>> _options = [];

    private SettingOptions()
    {
    }

    /// <summary>Those that a single run uses.</summary>
    public static SettingOptions OfRun() => OfInspect()
        .With("--host-noise", "on|off", "Whether budgets broken on a noisy machine are left unjudged; off judges them all [SYNTHETIC_HOST_NOISE; default: on]")
        .WithLocation();

    /// <summary>Those that <c>inspect</c> uses.</summary>
    public static SettingOptions OfInspect() => new SettingOptions()
        .WithConfig()
        .With("--browser", "PATH", "The Chromium to use [SYNTHETIC_BROWSER; default: found, see: synthetic browser path]")
        .With("--sandbox", "auto|on|off", "Chromium's own sandbox; auto is on, except for root [SYNTHETIC_SANDBOX]");

    /// <summary>Those that <c>notify</c> uses.</summary>
    public static SettingOptions OfNotify() => new SettingOptions().WithConfig().WithLocation().WithStore();

    /// <summary>Those that the worker uses.</summary>
    public static SettingOptions OfWorker() => OfRun()
        .WithStore()
        .With("--concurrency", "N", "How many scenarios run at the same time [SYNTHETIC_CONCURRENCY; default: the number of cores]")
        .With("--log-format", "auto|json|text", "How log lines look; auto is text on a terminal, else JSON [SYNTHETIC_LOG_FORMAT]")
        .With("--log-line", "16", "How long a line of JSON may be, in KiB, from 8 to 1024 [SYNTHETIC_LOG_LINE]")
        .With("--keep", "720h", "How long results are kept [SYNTHETIC_KEEP]")
        .With("--keep-bad", "2160h", "How long those that failed or broke a budget are kept [SYNTHETIC_KEEP_BAD]")
        .With("--keep-size", "1024", "How much all of them may take, in MiB [SYNTHETIC_KEEP_SIZE]")
        .With("--urls", "URLS", "Where it listens for HTTP: health, metrics, kept runs; none for nowhere [SYNTHETIC_URLS; default: http://127.0.0.1:5080]")
        .With("--waiting", "DIR", "Where results wait while the store is away [SYNTHETIC_WAITING; default: beside a SQLite file, else data/waiting]")
        .With("--grace", "30s", "How long runs may go on after a signal to stop [SYNTHETIC_GRACE]");

    public void AddTo(Command command)
    {
        foreach (var option in _options)
            command.Add(option);
    }

    public bool Given(ParseResult parsed, string name) =>
        _options.Any(option => option.Name == name && parsed.GetValue(option) is not null);

    public (WorkerSettings Settings, IReadOnlyList<string> Errors) Read(ParseResult parsed, CommandContext context) =>
        WorkerSettings.Read(context.Variable, _options.ToDictionary(option => option.Name, parsed.GetValue));

    private SettingOptions WithConfig() => With("--config", "F", "The scenario file [SYNTHETIC_CONFIG; default: scenarios.json]");

    private SettingOptions WithLocation() => With("--location", "L", "Where this runs from, for the records [SYNTHETIC_LOCATION; default: local]");

    private SettingOptions WithStore() => With(
        "--store", "WHERE", "Where results are kept: sqlite:PATH, postgres:CONNECTION-STRING or none [SYNTHETIC_STORE; default: sqlite:data/synthetic.db]");

    private SettingOptions With(string name, string value, string description)
    {
        _options.Add(new Option<string?>(name) { HelpName = value, Description = description });
        return this;
    }
}
