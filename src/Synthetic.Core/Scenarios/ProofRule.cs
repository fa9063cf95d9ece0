namespace Synthetic.Core.Scenarios;

/// <summary>When a scenario's culprits are proven, and what that may cost its servers.</summary>
/// <param name="MaxWrites">The most requests that write which the runs of one proof may send live within the step they prove. Default: 10.</param>
/// <param name="OnBreach">Whether the worker proves after an alert has fired. Default: no, only where asked by hand.</param>
public sealed record ProofRule(int MaxWrites, bool OnBreach)
{
    /// <summary>What <c>prove</c> says for after an alert.</summary>
    public const string Breach = "on-breach";

    /// <summary>What it says for by hand only.</summary>
    public const string Never = "never";

    /// <summary>10 writes, by hand only.</summary>
    public static ProofRule Default { get; } = new(10, false);
}
