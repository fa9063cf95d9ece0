using System.Globalization;

namespace Synthetic.Benchmarks.Performance;

/// <summary>A fresh process that was to place one order.</summary>
/// <param name="Run">What it took; <c>null</c> where it did not come to an end.</param>
/// <param name="Said">What it says of the order; <c>null</c> where it says nothing.</param>
/// <param name="Wrong">Why it is not to be counted: it failed, or the shop has not one order more; <c>null</c> where all went well.</param>
internal sealed record PlacedOrder(FreshRun? Run, SaidFigures? Said, string? Wrong)
{
    /// <summary>Runs a program once.</summary>
    /// <param name="way">The program.</param>
    /// <param name="shop">The shop that it orders in.</param>
    /// <param name="memory">Looks at its memory meanwhile; <c>null</c> where that is not to be.</param>
    public static async Task<PlacedOrder> ByAsync(FreshWay way, TruthfulShop shop, MemoryWatch? memory = null)
    {
        var (orders, told) = (await shop.CountOrdersAsync(), shop.Truths.Count);
        try
        {
            var run = await FreshRun.OfAsync(way, memory);
            if (run.ExitCode != 0)
                return new PlacedOrder(run, null, $"it ended with {run.ExitCode}: {LastLine(run.Output + run.Errors)}");
            var placed = await shop.CountOrdersAsync() - orders;
            if (placed != 1)
                return new PlacedOrder(run, null, $"it ended well, yet the shop had {placed} orders of it");
            return new PlacedOrder(run, way.Says?.Invoke(run.Output, shop.Truths.Skip(told).ToArray()), null);
        }
        catch (TimeoutException)
        {
            return new PlacedOrder(null, null, "it did not come to an end");
        }
    }

    public override string ToString() => Wrong ?? string.Create(
        CultureInfo.InvariantCulture, $"{Run!.WallMs,7:0} ms {Run.CpuMs,7:0} CPU-ms {Run.Bytes,9:N0} bytes, INP {Said?.InpMs:0}, error {Said?.InpErrorMs:0}, response error {Said?.ResponseErrorMs:0}");

    private static string LastLine(string text) => text.Trim().Split('\n')[^1];
}
