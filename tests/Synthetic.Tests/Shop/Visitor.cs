using System.Net.Http.Json;
using Synthetic.Core.ServerTiming;
using Synthetic.Shop;

namespace Synthetic.Tests.Shop;

/// <summary>Someone with a cookie jar in a real shop.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private Visitor(ShopHost shop) => (Shop, Http) = (shop, new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = shop.BaseUri });

    internal ShopHost Shop { get; }

    internal HttpClient Http { get; }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Shop.DisposeAsync();
    }

    internal static async Task<Visitor> EnterAsync(params string[] faults)
    {
        Assert.That(FaultSet.TryParse(faults, out var set, out var error), error);
        return new(await ShopHost.StartAsync(new() { Faults = set }, CancellationToken.None));
    }

    internal Task<HttpResponseMessage> AddToCartAsync(object body) => Http.PostAsJsonAsync("/api/cart", body);

    internal async Task<HttpResponseMessage> OrderAsync(string query = "")
    {
        (await AddToCartAsync(new { productId = 1 })).EnsureSuccessStatusCode();
        return await Http.PostAsync("/api/orders" + query, null);
    }

    internal static Dictionary<string, double> MetricsOf(HttpResponseMessage response) =>
        ServerTimingHeader.ParseAll(response.Headers.TryGetValues("Server-Timing", out var fields) ? fields : [])
            .ToDictionary(m => m.Name, m => m.Ms);
}
