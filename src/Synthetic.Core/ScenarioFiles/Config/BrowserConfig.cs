namespace Synthetic.Core.ScenarioFiles.Config;

/// <summary>What the browser is told, as written.</summary>
internal sealed record BrowserConfig : ConfigObject
{
    public string? Locale { get; set; }
    public TimeZoneInfo? TimeZone { get; set; }
    public GeolocationConfig? Geolocation { get; set; }
    public string? ColorScheme { get; set; }
    public IReadOnlyList<string> Permissions { get; set; } = [];
    public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Cookies { get; set; } = new Dictionary<string, string>();
    public BasicAuthConfig? BasicAuth { get; set; }
    public string? StorageState { get; set; }
    public IReadOnlyList<string> Block { get; set; } = [];
}

internal sealed record GeolocationConfig : ConfigObject
{
    public double Latitude { get; set; }
    public double Longitude { get; set; }
}

internal sealed record BasicAuthConfig : ConfigObject
{
    public string? User { get; set; }
    public string? Password { get; set; }
}

/// <summary>A request of <c>setup</c> or <c>teardown</c>, under whichever method it was written.</summary>
internal sealed record CallConfig : ConfigObject
{
    public string? Method { get; set; }
    public string? Url { get; set; }
    public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();
    public string? Json { get; set; }
    public string? Body { get; set; }
    public int? Status { get; set; }
    public IReadOnlyDictionary<string, string> Capture { get; set; } = new Dictionary<string, string>();
}
