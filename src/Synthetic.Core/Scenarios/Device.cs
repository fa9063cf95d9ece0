namespace Synthetic.Core.Scenarios;

/// <summary>What the browser pretends to be.</summary>
public sealed record Device
{
    /// <summary>A Playwright device name, or <c>desktop</c>; the values below override it.</summary>
    public string Name { get; init; } = "desktop";

    /// <summary>Viewport width in CSS pixels; <c>null</c> for the named device's.</summary>
    public int? Width { get; init; }

    /// <summary>Viewport height in CSS pixels; <c>null</c> for the named device's.</summary>
    public int? Height { get; init; }

    /// <summary>Device pixels a CSS pixel; <c>null</c> for the named device's.</summary>
    public double? ScaleFactor { get; init; }

    /// <summary>Whether the viewport meta tag counts; <c>null</c> for the named device's.</summary>
    public bool? Mobile { get; init; }

    /// <summary>Whether it has a touch screen (clicks become taps); <c>null</c> for the named device's.</summary>
    public bool? Touch { get; init; }

    /// <summary>The User-Agent header; <c>null</c> for the named device's.</summary>
    public string? UserAgent { get; init; }

    /// <summary>A desktop window of 1280 by 720.</summary>
    public static Device Desktop { get; } = new();
}

/// <summary>A slower machine or line, as the browser emulates it.</summary>
public sealed record Throttle
{
    /// <summary>How many times slower the processor is; 1 or <c>null</c> for as it is.</summary>
    public double? Cpu { get; init; }

    /// <summary>Delay added to each request; <c>null</c> for none.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>Download speed in kilobits a second; <c>null</c> for unlimited.</summary>
    public double? DownKbps { get; init; }

    /// <summary>Upload speed in kilobits a second; <c>null</c> for unlimited.</summary>
    public double? UpKbps { get; init; }
}
