namespace Synthetic.Shop;

/// <summary>Calls the second service.</summary>
internal sealed class Neighbour(IHttpClientFactory clients)
{
    /// <summary>The client's name, and the name of the service in Server-Timing.</summary>
    internal const string Name = "external";

    internal async Task ChargeAsync(int waitMs, CancellationToken ct)
    {
        using var client = clients.CreateClient(Name);
        using var response = await client.GetAsync($"charge?wait={waitMs}", ct);
        response.EnsureSuccessStatusCode();
    }
}
