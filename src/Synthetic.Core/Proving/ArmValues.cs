using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Proving;

/// <summary>Reads the runs of an arm.</summary>
internal static class ArmValues
{
    /// <summary>What its runs measured in one window.</summary>
    public static IReadOnlyList<double> In(this ArmRuns arm, WindowKind window) =>
        [.. arm.Runs.Select(r => window == WindowKind.Inp ? r.InpMs : r.ResponseMs).OfType<double>()];
}
