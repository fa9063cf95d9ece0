using System.Text;
using Synthetic.Core.Scenarios;
using Synthetic.Shop;

namespace Synthetic.Worker.Cli.Scenarios;

/// <summary>The embedded shop that <c>demo://shop</c> stands for: started once, when a scenario needs it.</summary>
internal sealed class DemoShop(FaultSet faults, TimeProvider time) : IAsyncDisposable
{
    private ShopHost? _host;

    /// <summary>Where the shop is; <c>null</c> while nobody needs it.</summary>
    public Uri? Address => _host?.BaseUri;

    /// <summary>Starts the shop if one of the scenarios needs it, and puts its address in.</summary>
    public async Task<IReadOnlyList<Scenario>> ResolveAsync(IReadOnlyList<Scenario> scenarios, CancellationToken ct)
    {
        if (!scenarios.Any(NeedsIt))
            return scenarios;
        if (_host is null)
        {
            _host = await ShopHost.StartAsync(new ShopOptions { Faults = faults, TimeProvider = time }, ct);
            await WarmAsync(_host.BaseUri, ct);
        }
        return [.. scenarios.Select(scenario => NeedsIt(scenario) ? scenario with { BaseUrl = AddressOf(scenario.BaseUrl!) } : scenario)];
    }

    /// <summary>The first requests of a process pay for compiling the shop: nothing that a look at the shop should show.</summary>
    private static async Task WarmAsync(Uri shop, CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = shop };
        foreach (var path in new[] { "/", "/shop.js", "/api/products" })
            using (await client.GetAsync(new Uri(path, UriKind.Relative), ct)) { }
        using var item = new StringContent("{\"productId\":1,\"quantity\":1}", Encoding.UTF8, "application/json");
        using (await client.PostAsync(new Uri("/api/cart", UriKind.Relative), item, ct)) { }
    }

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? default;

    private static bool NeedsIt(Scenario scenario) =>
        scenario.BaseUrl is { Scheme: "demo" } url && url.Host.Equals("shop", StringComparison.OrdinalIgnoreCase);

    private Uri AddressOf(Uri demo) => new(_host!.BaseUri, demo.PathAndQuery);
}
