using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Slows a page's processor and network down, as the browser emulates it.</summary>
internal static class Throttling
{
    public static async Task ApplyAsync(ICDPSession session, Throttle? throttle)
    {
        if (throttle is null)
            return;
        if (throttle.Cpu is { } rate)
            await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = rate });
        if (throttle.Latency is null && throttle.DownKbps is null && throttle.UpKbps is null)
            return;
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = throttle.Latency?.TotalMilliseconds ?? 0,
            ["downloadThroughput"] = BytesPerSecond(throttle.DownKbps),
            ["uploadThroughput"] = BytesPerSecond(throttle.UpKbps),
        });
    }

    // -1 is the protocol's word for unlimited.
    private static double BytesPerSecond(double? kilobits) => kilobits is { } k ? k * 1000 / 8 : -1;
}
