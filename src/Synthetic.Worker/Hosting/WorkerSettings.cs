using Synthetic.Core.Basics;
using Synthetic.Core.Reporting;
using Synthetic.Core.Secrets;
using Synthetic.Results;
using Synthetic.Results.Analytics;
using Synthetic.Worker.Logging;
using Synthetic.Worker.Telemetry;

namespace Synthetic.Worker.Hosting;

/// <summary>The worker's settings: read once, at the start.</summary>
internal sealed record WorkerSettings
{
    private static readonly Setting ConfigSetting = new("SYNTHETIC_CONFIG", "--config", "scenarios.json");
    private static readonly Setting LocationSetting = new("SYNTHETIC_LOCATION", "--location", "local");
    private static readonly Setting ConcurrencySetting = new("SYNTHETIC_CONCURRENCY", "--concurrency", $"{Environment.ProcessorCount}");
    private static readonly Setting BrowserSetting = new("SYNTHETIC_BROWSER", "--browser", null);
    private static readonly Setting SandboxSetting = new("SYNTHETIC_SANDBOX", "--sandbox", "auto");
    private static readonly Setting HostNoiseSetting = new("SYNTHETIC_HOST_NOISE", "--host-noise", "on");
    private static readonly Setting LogFormatSetting = new("SYNTHETIC_LOG_FORMAT", "--log-format", "auto");
    private static readonly Setting LogLineSetting = new("SYNTHETIC_LOG_LINE", "--log-line", "16");
    private static readonly Setting StoreSetting = new("SYNTHETIC_STORE", "--store", "sqlite:data/synthetic.db");
    private static readonly Setting KeepSetting = new("SYNTHETIC_KEEP", "--keep", "720h");
    private static readonly Setting KeepBadSetting = new("SYNTHETIC_KEEP_BAD", "--keep-bad", "2160h");
    private static readonly Setting KeepSizeSetting = new("SYNTHETIC_KEEP_SIZE", "--keep-size", "1024");
    private static readonly Setting UrlsSetting = new("SYNTHETIC_URLS", "--urls", "http://127.0.0.1:5080");
    private static readonly Setting ApiTokenSetting = new("SYNTHETIC_API_TOKEN", null, null);
    private static readonly Setting WaitingSetting = new("SYNTHETIC_WAITING", "--waiting", null);
    private static readonly Setting GraceSetting = new("SYNTHETIC_GRACE", "--grace", "30s");

    private static readonly TimeSpan LongestKept = TimeSpan.FromDays(3660);

    /// <summary>The scenario file. Default: <c>scenarios.json</c>.</summary>
    public string Config { get; init; } = "scenarios.json";

    /// <summary>Where the worker runs, as records say it. Default: <c>local</c>.</summary>
    public string Location { get; init; } = "local";

    /// <summary>How many scenarios run at the same time, 1 to 64. Default: the number of cores.</summary>
    public int Concurrency { get; init; } = Environment.ProcessorCount;

    /// <summary>The browser's executable; <c>null</c> to look for one.</summary>
    public string? Browser { get; init; }

    /// <summary>Chromium's sandbox: <c>auto</c>, <c>on</c>, <c>off</c>.</summary>
    public string Sandbox { get; init; } = "auto";

    /// <summary>Whether the host is read, and budgets broken on a noisy one are not judged. Default: yes.</summary>
    public bool HostNoise { get; init; } = true;

    /// <summary>How log lines look. Default: text on a terminal, else JSON.</summary>
    public LogFormat LogFormat { get; init; } = LogFormat.Auto;

    /// <summary>How long a line of JSON on the log may be, in bytes, 8 KiB to 1 MiB. Default: 16 KiB.</summary>
    public int LogLineBytes { get; init; } = LogOutput.DefaultBytes;

    /// <summary>How long running runs may go on after a signal. Default: 30 s.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where results are kept; <c>null</c> for memory. Default: <c>sqlite:data/synthetic.db</c>.</summary>
    public StoreAddress? Store { get; init; } = StoreAddress.OfFile(Path.Combine("data", "synthetic.db"));

    /// <summary>How long results are kept. Default: 30 days, bad ones 90, at most 1 GiB.</summary>
    public Retention Retention { get; init; } = Retention.Default;

    /// <summary>Where the worker listens for HTTP, <c>;</c> between several; <c>null</c> for nowhere. Default: <c>http://127.0.0.1:5080</c>.</summary>
    public string? Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>What somebody must know to change anything over HTTP; <c>null</c> where nobody may.</summary>
    public Secret? ApiToken { get; init; }

    /// <summary>The folder where results wait while the store is away. Default: beside a SQLite file, else <c>data/waiting</c>.</summary>
    public string? Waiting { get; init; }

    /// <summary>Where results wait while the store is away.</summary>
    public string WaitingFolder => Waiting ?? (Store?.Path is { } path ? $"{path}.waiting" : Path.Combine("data", "waiting"));

    /// <summary>Where metrics and traces are pushed: by the worker alone, which reads the variables that it shares with other programs. Default: nowhere.</summary>
    public OtlpSettings Otlp { get; init; } = OtlpSettings.Off;

    /// <summary>The stream of Google Analytics that vitals are forwarded to; <c>null</c> for none. Default: none.</summary>
    public Ga4Target? Ga4 { get; init; }

    /// <summary>The values that must never be printed.</summary>
    public IEnumerable<Secret> Secrets() =>
    [
        .. new[] { Store?.Password is { } password ? new Secret(StoreSetting.Variable, password) : null, ApiToken, Ga4?.ApiSecret }.OfType<Secret>(),
        .. Otlp.Secrets(),
    ];

    /// <summary>Reads the settings.</summary>
    /// <param name="environment">Gives a variable's value.</param>
    /// <param name="options">The options given, by name with dashes.</param>
    /// <returns>The settings, and a sentence for each value that is wrong; with errors, the settings are not to be used.</returns>
    public static (WorkerSettings Settings, IReadOnlyList<string> Errors) Read(
        Func<string, string?> environment, IReadOnlyDictionary<string, string?> options)
    {
        var reader = new SettingReader(environment, options);
        var settings = new WorkerSettings
        {
            Config = reader.Text(ConfigSetting)!,
            Location = reader.Text(LocationSetting, longest: 100)!,
            Concurrency = reader.Number(ConcurrencySetting, 1, 64),
            Browser = reader.Text(BrowserSetting),
            Sandbox = reader.OneOf(SandboxSetting, ["auto", "on", "off"]),
            HostNoise = reader.OneOf(HostNoiseSetting, ["on", "off"]) == "on",
            LogFormat = Enum.Parse<LogFormat>(reader.OneOf(LogFormatSetting, ["auto", "json", "text"]), ignoreCase: true),
            LogLineBytes = reader.Number(LogLineSetting, BoundedLines.LeastBytes >> 10, 1024) << 10,
            Grace = reader.Duration(GraceSetting, TimeSpan.FromHours(1)),
            Store = Address(reader),
            Retention = new Retention(
                reader.Duration(KeepSetting, LongestKept), reader.Duration(KeepBadSetting, LongestKept), reader.Number(KeepSizeSetting, 1, 1_000_000) * (1L << 20)),
            Waiting = reader.Text(WaitingSetting),
            Urls = Addresses(reader),
            ApiToken = reader.Text(ApiTokenSetting) is { } token ? new Secret(ApiTokenSetting.Variable, token) : null,
            Ga4 = Ga4Settings.Read(reader),
        };
        return (settings, reader.Errors);
    }

    /// <summary>The settings as the <c>worker.started</c> line shows them.</summary>
    public IReadOnlyDictionary<string, string> Printable() => new Dictionary<string, string>
    {
        ["config"] = Config,
        ["location"] = Location,
        ["concurrency"] = $"{Concurrency}",
        ["browser"] = Browser ?? "found",
        ["sandbox"] = Sandbox,
        ["hostNoise"] = HostNoise ? "on" : "off",
        ["logFormat"] = $"{LogFormat}".ToLowerInvariant(),
        ["logLine"] = $"{LogLineBytes >> 10}",
        ["grace"] = DurationText.Format(Grace),
        ["urls"] = Urls ?? "none",
        ["apiToken"] = ApiToken is null ? "none" : "***",
        ["store"] = Store?.ToString() ?? "none",
        ["keep"] = DurationText.Format(Retention.Good),
        ["keepBad"] = DurationText.Format(Retention.Bad),
        ["otlpMetrics"] = Otlp.Metrics?.ToString() ?? "none",
        ["otlpTraces"] = Otlp.Traces?.ToString() ?? "none",
        ["ga4"] = Ga4?.ToString() ?? "none",
        ["keepSize"] = $"{Retention.Bytes >> 20}",
    };

    private static string? Addresses(SettingReader reader)
    {
        if (reader.Text(UrlsSetting) is not { } text || text == "none")
            return null;
        var urls = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (urls.All(url => Uri.TryCreate(url.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri.Scheme == "http"))
            return text;
        return reader.Refuse<string>(UrlsSetting, $"must be addresses like {UrlsSetting.Default}, with ; between them, or none");
    }

    private static StoreAddress? Address(SettingReader reader) => reader.Text(StoreSetting) switch
    {
        null or "none" => null,
        var text => StoreAddress.Parse(text, out var error) ?? reader.Refuse<StoreAddress>(StoreSetting, error!),
    };
}
