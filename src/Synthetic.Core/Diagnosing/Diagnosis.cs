using Synthetic.Core.Measuring;
using Synthetic.Core.Running;

namespace Synthetic.Core.Diagnosing;

/// <summary>From evidence to verdict: pure and deterministic.</summary>
public static class Diagnosis
{
    /// <summary>Derives everything that follows from the evidence.</summary>
    /// <param name="header">The run's own facts: ids, times, trigger, host. Derived members are replaced.</param>
    /// <param name="evidence">What was seen.</param>
    public static RunRecord Of(RunRecord header, Evidence evidence) => header with { Evidence = evidence };
}
