namespace Synthetic.Core.Scenarios;

/// <summary>What the browser of a run is told before its first page. Whatever is <c>null</c> or empty is as the browser has it.</summary>
public sealed record BrowserSettings
{
    /// <summary>Colour schemes that can be preferred.</summary>
    public static IReadOnlyList<string> ColorSchemes { get; } = ["light", "dark"];

    /// <summary>The language, as BCP 47 has it. Default: <c>en-US</c>.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>The time zone's IANA name; <c>null</c> for the machine's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Where the device is; <c>null</c> for nowhere. The permission comes with it.</summary>
    public GeoPosition? Geolocation { get; init; }

    /// <summary>One of <see cref="ColorSchemes"/>; <c>null</c> for the browser's.</summary>
    public string? ColorScheme { get; init; }

    /// <summary>Permissions that pages have, such as <c>clipboard-read</c>.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>Headers that go with every request.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Cookies that are there from the start, for the origin of the scenario's base address.</summary>
    public IReadOnlyDictionary<string, string> Cookies { get; init; } = new Dictionary<string, string>();

    /// <summary>User and password for servers that ask by HTTP; <c>null</c> for none.</summary>
    public BasicAuth? BasicAuth { get; init; }

    /// <summary>Path of a file with cookies and local storage, as Playwright writes it; <c>null</c> for none.</summary>
    public string? StorageState { get; init; }

    /// <summary>Addresses that no request is sent to; <c>*</c> stands for anything.</summary>
    public IReadOnlyList<string> Block { get; init; } = [];
}

/// <summary>A place on Earth.</summary>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
public sealed record GeoPosition(double Latitude, double Longitude);

/// <summary>User and password for HTTP authentication.</summary>
/// <param name="User">The user.</param>
/// <param name="Password">The password.</param>
public sealed record BasicAuth(string User, string Password);
