namespace Synthetic.Benchmarks;

/// <summary>How to run a benchmark.</summary>
/// <param name="Rounds">Runs of each case.</param>
/// <param name="Every">Each how many cases one is run.</param>
/// <param name="Only">Part of the names of the cases to run; <c>null</c> for all, and only then is the document written.</param>
/// <param name="Records">Where records are kept; <c>null</c> for nowhere.</param>
/// <param name="Out">The document.</param>
internal sealed record BenchmarkOptions(int Rounds, int Every, string? Only, string? Records, string Out)
{
    /// <summary>The cases asked for.</summary>
    public IEnumerable<T> Pick<T>(IEnumerable<T> cases, Func<T, string> name) => cases
        .Where(one => Only is null || name(one).Contains(Only, StringComparison.OrdinalIgnoreCase))
        .Where((_, n) => n % Every == 0);
}
