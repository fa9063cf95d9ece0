namespace Synthetic.Shop;

/// <summary>All products, kept in memory: the shop's cache.</summary>
internal static class Catalogue
{
    internal static IReadOnlyList<Product> Products { get; } =
    [
        new(1, "Walnut desk lamp", "Warm light, brass switch", 6_900),
        new(2, "Linen notebook", "192 dotted pages, lies flat", 1_850),
        new(3, "Pour-over kettle", "0.8 litres, steady spout", 5_400),
        new(4, "Wool throw", "Woven in Galway, undyed", 8_900),
        new(5, "Ceramic planter", "Glazed by hand, with saucer", 3_200),
        new(6, "Travel alarm clock", "Quiet hands, loud bell", 2_750),
    ];

    internal static Product? Find(long id) => Products.FirstOrDefault(p => p.Id == id);
}
