using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>From a scenario's device to a context of that shape.</summary>
internal static class ContextOptions
{
    private static readonly ViewportSize Desktop = new() { Width = 1280, Height = 720 };

    public static BrowserNewContextOptions For(Device device, IPlaywright playwright)
    {
        var options = device.Name == Device.Desktop.Name ? new() { ViewportSize = Desktop } : new BrowserNewContextOptions(playwright.Devices[device.Name]);
        options.Locale = "en-US";
        options.AcceptDownloads = false;
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
