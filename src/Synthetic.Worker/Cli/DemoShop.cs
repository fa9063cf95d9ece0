using Synthetic.Core.Scenarios;
using Synthetic.Shop;

namespace Synthetic.Worker.Cli;

/// <summary>The embedded shop that <c>demo://shop</c> stands for: started once, when a scenario needs it.</summary>
internal sealed class DemoShop(FaultSet faults, TimeProvider time) : IAsyncDisposable
{
    private ShopHost? _host;

    /// <summary>Where the shop is; <c>null</c> while nobody needs it.</summary>
    internal Uri? Address => _host?.BaseUri;

    /// <summary>Starts the shop if one of the scenarios needs it, and puts its address in.</summary>
    internal async Task<IReadOnlyList<Scenario>> ResolveAsync(IReadOnlyList<Scenario> scenarios, CancellationToken ct)
    {
        if (!scenarios.Any(NeedsIt))
            return scenarios;
        _host ??= await ShopHost.StartAsync(new ShopOptions { Faults = faults, TimeProvider = time }, ct);
        return [.. scenarios.Select(scenario => NeedsIt(scenario) ? scenario with { BaseUrl = AddressOf(scenario.BaseUrl!) } : scenario)];
    }

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? default;

    private static bool NeedsIt(Scenario scenario) =>
        scenario.BaseUrl is { Scheme: "demo" } url && url.Host.Equals("shop", StringComparison.OrdinalIgnoreCase);

    private Uri AddressOf(Uri demo) => new(_host!.BaseUri, demo.PathAndQuery);
}
