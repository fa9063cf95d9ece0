using Synthetic.Benchmarks.Failures.Cases;

namespace Synthetic.Benchmarks.Failures;

/// <summary>Ways to go wrong: each of them is run for docs/failures.md, and some by the tests.</summary>
public static class FailureCases
{
    public static IReadOnlyList<FailureCase> All { get; } = [.. LocatorCases.All, .. ActionCases.All, .. PageCases.All];

    public static FailureCase Named(string name) => All.Single(one => one.Name == name);
}
