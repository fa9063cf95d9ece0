using Synthetic.Benchmarks.Headers;
using Synthetic.Benchmarks.Watching;

namespace Synthetic.Benchmarks.Exactness.Cases;

/// <summary>All pages of the matrix.</summary>
public static class MatrixCases
{
    /// <summary>By shape first, by fault then.</summary>
    public static IReadOnlyList<MatrixCase> All { get; } =
        [.. FetchCases.All, .. BlockingCases.All, .. NavigationCases.All, .. PlaceCases.All, .. InputCases.All, .. HeaderCases.All, .. OverlapCases.All, .. ApplicationCases.All, .. MessageCases.All, .. InstantCases.All, .. StreamCases.All, .. TransportCases.All, .. FrameworkCases.All];

    /// <summary>Pages that are known to be blamed wrong; run by name, and by the benchmark for its list.</summary>
    public static IReadOnlyList<MatrixCase> Open { get; } = [];

    private static readonly Dictionary<string, MatrixCase> ByName = All.Concat(Open).Concat(SentHeaders.All.Select(sent => sent.Page)).Concat(WatchedPages.All).Concat(LimitPages.All).ToDictionary(c => c.Name);

    public static MatrixCase Named(string name) => ByName[name];
}
