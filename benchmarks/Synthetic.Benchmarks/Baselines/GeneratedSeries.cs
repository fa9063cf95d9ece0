namespace Synthetic.Benchmarks.Baselines;

/// <summary>A kind of series as checks make them, a value a minute, with its own chance.</summary>
/// <param name="Name">What it is like.</param>
/// <param name="Value">The value of a minute, by its number and a source of chance.</param>
public sealed record GeneratedSeries(string Name, Func<int, Random, double> Value)
{
    private const double Base = 100;
    private const int Day = 24 * 60;

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<GeneratedSeries> All { get; } =
    [
        new("even: 5 % of scatter", (_, random) => Base * (1 + (0.05 * Normal(random)))),
        new("noisy: 10 % of scatter", (_, random) => Base * (1 + (0.1 * Normal(random)))),
        new("heavy-tailed: log-normal, one value in fifty up to five times as long", (_, random) =>
            Base * Math.Exp(0.08 * Normal(random)) * (random.Next(50) == 0 ? 1 + (4 * random.NextDouble()) : 1)),
        new("seasonal: 40 % slower at noon than at night, 5 % of scatter", (minute, random) =>
            Base * (1.2 + (0.2 * Math.Sin(2 * Math.PI * minute / Day))) * (1 + (0.05 * Normal(random)))),
        new("drifting: twice as slow after a month, 5 % of scatter", (minute, random) => Base * (1 + (minute / (30d * Day))) * (1 + (0.05 * Normal(random)))),
        new("in frames: whole frames of 16.7 ms, 10 % of scatter", (_, random) => Math.Round(Base * (1 + (0.1 * Normal(random))) / 16.7) * 16.7),
    ];

    /// <summary>A value of the normal distribution, by Box and Muller.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
