using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Proving;

/// <summary>What an arm changed in both windows, against its step's control.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Inp">The change of INP.</param>
/// <param name="Response">The change of the response.</param>
/// <param name="InpMs">INP as it is, in milliseconds.</param>
/// <param name="ResponseMs">The response as it is.</param>
internal sealed record ArmEffect(Arm Arm, Shift? Inp, Shift? Response, double? InpMs, double? ResponseMs)
{
    /// <summary>The effect; <c>null</c> where the arm is what others are compared with, or never ran.</summary>
    public static ArmEffect? Of(ArmRuns runs, StepReplay step)
    {
        if (runs.Arm.Kind is ArmKind.Baseline or ArmKind.Control || runs.Runs.Count == 0)
            return null;
        var control = step.Arms.FirstOrDefault(a => a.Arm.Kind == ArmKind.Control);
        if (control is null)
            return null;
        // Where writes may not be repeated there is no baseline; the control stands for it, longer by what the replay costs.
        var asIs = step.Arms.FirstOrDefault(a => a.Arm.Kind == ArmKind.Baseline) is { Runs.Count: > 0 } baseline ? baseline : control;
        if (Factor(runs) is not { } factor)
            return null;
        Shift? Change(WindowKind window) => Shift.Between(control.In(window), runs.In(window))?.Times(factor);
        double? Now(WindowKind window) => asIs.In(window) is { Count: > 0 } values ? Sample.Median(values) : null;
        return new ArmEffect(runs.Arm, Change(WindowKind.Inp), Change(WindowKind.Response), Now(WindowKind.Inp), Now(WindowKind.Response));
    }

    public Shift? In(WindowKind window) => window == WindowKind.Inp ? Inp : Response;

    public double? NowIn(WindowKind window) => window == WindowKind.Inp ? InpMs : ResponseMs;

    public ProofEffect Describe(string step) => new()
    {
        Removed = Arm.Removed ?? Arm.Name,
        Arm = Arm.Name,
        Step = step,
        Reading = Arm.Reading,
        InpDeltaMs = Rounded(Inp?.Ms),
        InpCi95 = Interval(Inp),
        InpPredictedMs = Predicted(WindowKind.Inp),
        ResponseDeltaMs = Rounded(Response?.Ms),
        ResponseCi95 = Interval(Response),
        ResponsePredictedMs = Predicted(WindowKind.Response),
        Extrapolated = Arm.Kind == ArmKind.Processor,
    };

    /// <summary>What the window would be without what the arm takes away; <c>null</c> where the step has none.</summary>
    public double? Predicted(WindowKind window) =>
        In(window) is { } shift && NowIn(window) is { } now ? Milliseconds.Round(Math.Max(0, now + shift.Ms)) : null;

    public static IReadOnlyList<double>? Interval(Shift? shift) =>
        shift is { Low: { } low, High: { } high } ? [Milliseconds.Round(low), Milliseconds.Round(high)] : null;

    /// <summary>
    /// A window is <c>a + rate × work</c>: what two rates differ by tells the work, and what the window would lose without it.
    /// </summary>
    private static double? Factor(ArmRuns runs)
    {
        if (runs.Arm is not { Kind: ArmKind.Processor, CpuRate: { } rate, UsualCpuRate: { } usual })
            return 1;
        double[] measured = [.. runs.Runs.Select(r => r.Slowdown).OfType<double>().Where(s => s > 0)];
        var slowdown = measured.Length > 0 ? Sample.Median(measured) : rate / usual;
        // At nearly the same speed, what runs differ by anyway would be taken for work.
        return slowdown is >= ProofThresholds.LeastSlowdown or <= ProofThresholds.MostSpeedup ? -1 / (slowdown - 1) : null;
    }

    private static double? Rounded(double? ms) => ms is { } value ? Milliseconds.Round(value) : null;
}
