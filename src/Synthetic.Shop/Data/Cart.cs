namespace Synthetic.Shop;

/// <summary>What a session wants to buy.</summary>
internal sealed record Cart(IReadOnlyList<CartLine> Lines)
{
    public long Count => Lines.Sum(l => l.Quantity);

    public long TotalCents => Lines.Sum(l => l.Quantity * l.PriceCents);
}

/// <summary>One product of a cart.</summary>
internal sealed record CartLine(long ProductId, string Name, long Quantity, long PriceCents);
