using Microsoft.AspNetCore.Http;
using Synthetic.ServerTiming;

namespace Synthetic.Shop;

/// <summary>Places orders, with every server-side fault inside the measure it belongs to.</summary>
internal sealed class OrderDesk(ShopDatabase database, FaultSwitch faults, Neighbour neighbour)
{
    internal async Task<OrderResult> PlaceAsync(HttpContext context, IServerTiming timing)
    {
        var (wanted, ct) = (context.Faults(), context.RequestAborted);
        string? session;
        using (timing.Measure("auth", "session check"))
        {
            session = Session.Find(context);
            await faults.WaitAsync(wanted.AuthMs, ct);
        }

        using (timing.Measure("cache", "products in memory"))
        {
            _ = Catalogue.Find(1);
            await faults.WaitAsync(wanted.CacheMs, ct);
        }

        if (wanted.ExternalMs > 0)
            await neighbour.ChargeAsync(wanted.ExternalMs, ct);

        using (timing.Measure("db", "SQLite"))
        {
            await faults.WaitAsync(wanted.DbMs, ct);
            if (wanted.ErrorStatus > 0)
                return OrderResult.Failed(wanted.ErrorStatus);
            return session is not null && database.PlaceOrder(session) is { } order ? OrderResult.Of(order) : OrderResult.EmptyCart;
        }
    }
}
