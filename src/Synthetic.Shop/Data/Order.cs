namespace Synthetic.Shop;

/// <summary>A placed order.</summary>
internal sealed record Order(long Id, long Count, long TotalCents);
