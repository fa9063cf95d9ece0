using System.Collections.Immutable;

namespace OrderDesk;

/// <summary>All orders. Its database takes a moment for each.</summary>
internal sealed class OrderBook
{
    private ImmutableList<Order> _orders = [new("Ada", 2)];

    public IReadOnlyList<Order> Orders => _orders;

    public async Task AddAsync(Order order)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(150));
        ImmutableInterlocked.Update(ref _orders, orders => orders.Add(order));
    }

    public async Task RemoveAsync(Order order)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(80));
        ImmutableInterlocked.Update(ref _orders, orders => orders.Remove(order));
    }
}

/// <summary>Who wants how many lamps.</summary>
internal sealed class Order(string customer, int lamps)
{
    public string Customer => customer;

    public int Lamps => lamps;
}
