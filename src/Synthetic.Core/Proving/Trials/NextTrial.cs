using Synthetic.Core.Evidence;

namespace Synthetic.Core.Proving.Trials;

/// <summary>What a run of a step is for.</summary>
internal enum TrialRole
{
    /// <summary>Live, to keep the answers.</summary>
    Recording,
    /// <summary>The first replay: it shows whether the page takes recorded answers, and what answering costs.</summary>
    Rehearsal,
    /// <summary>A run of an arm.</summary>
    Arm,
}

/// <summary>The run that comes next.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Arm">The arm to run.</param>
/// <param name="ReplayCostMs">How much earlier to give each recorded answer, in milliseconds.</param>
internal sealed record NextTrial(TrialRole Role, Arm Arm, double ReplayCostMs = 0)
{
    /// <summary>Whether the step is to run against the real servers.</summary>
    public bool Live => Arm.Kind == ArmKind.Baseline;

    /// <summary>What people call it.</summary>
    public string Name => Role == TrialRole.Recording ? "recording" : Arm.Name;
}
