using Microsoft.AspNetCore.Builder;

namespace Synthetic.Shop;

/// <summary>
/// A small shop to watch: a page, an order, a database, and every fault on demand. It listens on 127.0.0.1 only and
/// must never be exposed, because whoever reaches it can switch its faults.
/// </summary>
public sealed class ShopHost : IAsyncDisposable
{
    /// <summary>The source of the shop's own spans, one a request.</summary>
    public const string ActivitySourceName = "Synthetic.Shop";

    private readonly WebApplication _shop;
    private readonly WebApplication _neighbour;
    private readonly DatabaseFile _file;
    private readonly ShopDatabase _database;
    private readonly FaultSwitch _faults;

    private ShopHost(WebApplication shop, WebApplication neighbour, DatabaseFile file, ShopDatabase database, FaultSwitch faults)
    {
        (_shop, _neighbour, _file, _database, _faults) = (shop, neighbour, file, database, faults);
        BaseUri = LoopbackApp.AddressOf(shop);
    }

    /// <summary>Where the shop is: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri BaseUri { get; }

    /// <summary>The faults in force now. A page's query overrides them key by key.</summary>
    public FaultSet Faults => _faults.Current;

    /// <summary>Starts a shop.</summary>
    /// <param name="options">How.</param>
    /// <param name="ct">Gives up starting.</param>
    /// <returns>The running shop.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ShopHost> StartAsync(ShopOptions options, CancellationToken ct)
    {
        var file = new DatabaseFile(options.DatabasePath);
        var started = new List<WebApplication>();
        try
        {
            var database = new ShopDatabase(file, options.TimeProvider);
            var created = Task.Run(database.Create, ct);
            var neighbour = await StartAsync(NeighbourApp.Build(options.TimeProvider), started, ct);
            var faults = new FaultSwitch(options.Faults, options.TimeProvider);
            var shop = ShopApp.Build(options, database, faults, LoopbackApp.AddressOf(neighbour));
            await created;
            return new(await StartAsync(shop, started, ct), neighbour, file, database, faults);
        }
        catch
        {
            foreach (var app in started)
                await app.DisposeAsync();
            file.Dispose();
            throw;
        }
    }

    /// <summary>Replaces all faults, from the next request on.</summary>
    /// <param name="faults">The new faults; <see cref="FaultSet.None"/> heals the shop.</param>
    public void SetFaults(FaultSet faults) => _faults.Current = faults;

    /// <summary>How many orders are stored.</summary>
    /// <param name="ct">Gives up counting.</param>
    /// <returns>All orders of the database, of every session.</returns>
    public Task<int> CountOrdersAsync(CancellationToken ct) => Task.Run(_database.CountOrders, ct);

    /// <summary>Stops at once, and deletes a temporary database.</summary>
    /// <returns>When all is stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        // A browser may still hold a connection or wait for a slow answer: nobody needs it any more.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        foreach (var app in (WebApplication[])[_shop, _neighbour])
        {
            await app.StopAsync(now.Token);
            await app.DisposeAsync();
        }

        _file.Dispose();
    }

    private static async Task<WebApplication> StartAsync(WebApplication app, List<WebApplication> started, CancellationToken ct)
    {
        started.Add(app);
        await app.StartAsync(ct);
        return app;
    }
}
