namespace Synthetic.Shop;

/// <summary>Something to buy.</summary>
internal sealed record Product(long Id, string Name, string Note, long PriceCents);
