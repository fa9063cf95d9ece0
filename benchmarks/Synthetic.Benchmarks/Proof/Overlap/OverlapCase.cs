namespace Synthetic.Benchmarks.Proof.Overlap;

/// <summary>How a server does two things.</summary>
public enum Way
{
    /// <summary>Both begin at once.</summary>
    Parallel,
    /// <summary>The one begins after the other.</summary>
    Serial,
    /// <summary>The stock is asked for by the pricing, whose duration contains it.</summary>
    Within,
}

/// <summary>What a server still does.</summary>
[Flags]
public enum Work
{
    None = 0,
    Pricing = 1,
    Stock = 2,
    Both = Pricing | Stock,
}

/// <summary>A server whose metrics alone do not tell what it would be without one of them, and what it then really is.</summary>
/// <param name="Way">How it does its two things.</param>
/// <param name="Changes">What is removed from it, as effects name it, and what it does then.</param>
public sealed record OverlapCase(Way Way, IReadOnlyList<(string Removed, Work Left)> Changes)
{
    public static IReadOnlyList<OverlapCase> All { get; } =
    [
        new(Way.Parallel, [("pricing", Work.Stock), ("stock", Work.Pricing)]),
        new(Way.Within, [("pricing", Work.Stock), ("pricing", Work.None), ("stock", Work.Pricing)]),
        new(Way.Serial, [("pricing", Work.Stock), ("stock", Work.Pricing)]),
    ];

    public string Name => $"overlap {Way.ToString().ToLowerInvariant()}";
}
