using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>Makes what a run's browser is told, and the requests around its steps.</summary>
internal static class BrowserBuilder
{
    public static BrowserSettings Build(BrowserConfig? config) => config is null ? new BrowserSettings() : new BrowserSettings
    {
        Locale = config.Locale ?? new BrowserSettings().Locale,
        TimeZone = config.TimeZone?.Id,
        Geolocation = config.Geolocation is { } place ? new GeoPosition(place.Latitude, place.Longitude) : null,
        ColorScheme = config.ColorScheme,
        Permissions = config.Permissions,
        Headers = config.Headers,
        Cookies = config.Cookies,
        BasicAuth = config.BasicAuth is { } auth ? new BasicAuth(auth.User!, auth.Password!) : null,
        StorageState = config.StorageState,
        Block = config.Block,
    };

    public static IReadOnlyList<HttpCall> Build(IReadOnlyList<CallConfig>? calls) => [.. (calls ?? []).Select(call => new HttpCall
    {
        Method = call.Method!.ToUpperInvariant(),
        Url = call.Url!,
        Headers = call.Headers,
        Json = call.Json,
        Body = call.Body,
        Status = call.Status,
        Captures = call.Capture,
    })];
}
