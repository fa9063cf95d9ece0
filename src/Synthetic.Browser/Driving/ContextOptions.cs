using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>From a scenario's device and browser settings to a context of that shape.</summary>
internal static class ContextOptions
{
    private static readonly ViewportSize Desktop = new() { Width = 1280, Height = 720 };

    public static BrowserNewContextOptions For(Scenario scenario, IPlaywright playwright)
    {
        var (options, settings) = (For(scenario.Device, playwright), scenario.Browser);
        options.AcceptDownloads = false;
        options.Locale = settings.Locale;
        options.TimezoneId = settings.TimeZone;
        options.Geolocation = settings.Geolocation is { } place ? new() { Latitude = (float)place.Latitude, Longitude = (float)place.Longitude } : null;
        options.ColorScheme = settings.ColorScheme is { } scheme ? Enum.Parse<ColorScheme>(scheme, ignoreCase: true) : null;
        string[] permissions = [.. settings.Permissions.Union(settings.Geolocation is null ? [] : ["geolocation"])];
        options.Permissions = permissions.Length == 0 ? null : permissions;
        options.ExtraHTTPHeaders = settings.Headers.Count == 0 ? null : settings.Headers;
        options.HttpCredentials = settings.BasicAuth is { } auth ? new() { Username = auth.User, Password = auth.Password } : null;
        options.StorageStatePath = settings.StorageState;
        return options;
    }

    private static BrowserNewContextOptions For(Device device, IPlaywright playwright)
    {
        var options = device.Name == Device.Desktop.Name ? new() { ViewportSize = Desktop } : new BrowserNewContextOptions(playwright.Devices[device.Name]);
        if (device.Width is not null || device.Height is not null)
        {
            var named = options.ViewportSize ?? Desktop;
            options.ViewportSize = new() { Width = device.Width ?? named.Width, Height = device.Height ?? named.Height };
        }
        options.DeviceScaleFactor = (float?)device.ScaleFactor ?? options.DeviceScaleFactor;
        options.IsMobile = device.Mobile ?? options.IsMobile;
        options.HasTouch = device.Touch ?? options.HasTouch;
        options.UserAgent = device.UserAgent ?? options.UserAgent;
        return options;
    }
}
