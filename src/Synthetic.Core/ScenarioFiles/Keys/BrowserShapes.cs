using System.Text.RegularExpressions;
using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Shapes;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>What the browser of a run is told before its first page.</summary>
internal static partial class BrowserShapes
{
    // As Chromium knows them; those of other engines would be refused when the run begins.
    private static readonly string[] Permissions =
    [
        "accelerometer", "ambient-light-sensor", "background-sync", "camera", "clipboard-read", "clipboard-write", "geolocation", "gyroscope",
        "local-fonts", "magnetometer", "microphone", "midi", "midi-sysex", "notifications", "payment-handler", "storage-access",
    ];

    private static readonly Shape<GeolocationConfig> Geolocation = new ObjectShape<GeolocationConfig>("geolocation", "{ \"latitude\": 52.52, \"longitude\": 13.4 }")
        .Key("latitude", new NumberShape(-90, 90), (place, degrees) => place.Latitude = degrees, "Degrees north.")
        .Key("longitude", new NumberShape(-180, 180), (place, degrees) => place.Longitude = degrees, "Degrees east.")
        .Rule(new RequiredKey("latitude"))
        .Rule(new RequiredKey("longitude"));

    private static readonly Shape<BasicAuthConfig> BasicAuth = new ObjectShape<BasicAuthConfig>("basicAuth", "{ \"user\": …, \"password\": \"${PASSWORD}\" }")
        .Key("user", new TextShape("a user's name", 1, 255), (auth, user) => auth.User = user, "The user.")
        .Key("password", new TextShape("a password", 0, 1000), (auth, password) => auth.Password = password, "The password; best from the environment.")
        .Rule(new RequiredKey("user"))
        .Rule(new RequiredKey("password"));

    private static readonly TextShape Locale = new("a locale like \"de-DE\"", 2, 35)
    {
        Problem = (text, _) => LanguageTag().IsMatch(text) ? null : ("must be a locale like \"de-DE\"", null),
    };

    /// <summary>Headers, or anything else with names of HTTP's.</summary>
    public static Shape<IReadOnlyDictionary<string, string>> Headers { get; } =
        new MapShape<string>(new TextShape("a value", 0, 8000), "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$", "must be a name of letters, digits and !#$%&'*+-.^_`|~");

    public static Shape<BrowserConfig> Browser { get; } = new ObjectShape<BrowserConfig>("browser", "{ \"locale\": \"de-DE\" }")
        .Key("locale", Locale, (browser, locale) => browser.Locale = locale, "Language of the browser; default: en-US.")
        .Key("timeZone", new TimeZoneShape(), (browser, zone) => browser.TimeZone = zone, "Its time zone; default: the machine's.")
        .Key("geolocation", Geolocation, (browser, place) => browser.Geolocation = place, "Where it is; pages may ask for it then.")
        .Key("colorScheme", new ChoiceShape("\"light\" or \"dark\"", BrowserSettings.ColorSchemes), (browser, scheme) => browser.ColorScheme = scheme, "The scheme that it prefers.")
        .Key("permissions", new ListShape<string>(new ChoiceShape("a permission", Permissions), "permissions", 1, 50), (browser, permissions) => browser.Permissions = permissions, "What pages may do without asking.")
        .Key("headers", Headers, (browser, headers) => browser.Headers = headers, "Headers that go with every request, to other origins too.")
        .Key("cookies", Headers, (browser, cookies) => browser.Cookies = cookies, "Cookies for baseUrl, by name.")
        .Key("basicAuth", BasicAuth, (browser, auth) => browser.BasicAuth = auth, "For servers that ask by HTTP.")
        .Key("storageState", new TextShape("a file's path", 1, 4000), (browser, path) => browser.StorageState = path, "File with cookies and local storage, as Playwright writes it.")
        .Key("block", new ListShape<string>(new TextShape("an address pattern", 1, 1000), "address patterns", 1, 100), (browser, patterns) => browser.Block = patterns, "Addresses that nothing is requested from; * stands for anything: \"*google-analytics.com*\".")
        .NotEmpty();

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageTag();
}
