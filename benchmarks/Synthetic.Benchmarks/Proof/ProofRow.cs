using Synthetic.Core.Basics;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Benchmarks.Proof;

/// <summary>One window of one proof, beside the window as it really became.</summary>
/// <param name="Case">What was taken away.</param>
/// <param name="Window">Which window.</param>
/// <param name="Now">Its median as it is, in milliseconds.</param>
/// <param name="Predicted">What the proof says it would be.</param>
/// <param name="Low">The lower end of the prediction's interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Real">Its median in the shop that is without it.</param>
internal sealed record ProofRow(ProofCase Case, string Window, double Now, double Predicted, double Low, double High, double Real)
{
    /// <summary>How far an interval may be missed, in milliseconds: what medians of five runs differ by anyway.</summary>
    public const double Slack = 8;

    public double Error => Predicted - Real;

    public bool IsInside => Real >= Low - Slack && Real <= High + Slack;

    /// <summary>The rows of a proof: a window each; none where the arm could not be run.</summary>
    /// <param name="what">What was taken away.</param>
    /// <param name="record">The proven run.</param>
    /// <param name="real">Runs of the shop without it.</param>
    public static IEnumerable<ProofRow> Of(ProofCase what, RunRecord record, IReadOnlyList<StepResult> real)
    {
        if (record.Proof is not { } proof || proof.Effects.FirstOrDefault(e => e.Removed == what.Removed) is not { } effect)
            yield break;
        // What another speed of the processor shows is all of a window's work: only where that is blamed is it what the fault was.
        bool Counts(WindowKind window) => !effect.Extrapolated || proof.Verdicts.Any(v => v.Step == effect.Step && v.Window == window);
        var baseline = proof.Arms.First(a => a.Name == "baseline" && a.Step == effect.Step);
        if (Counts(WindowKind.Inp) && Row(what, "INP", baseline.InpMs, effect.InpPredictedMs, effect.InpDeltaMs, effect.InpCi95, [.. real.Select(s => s.Interactions.Max(i => i.Inp?.Ms)).OfType<double>()]) is { } inp)
            yield return inp;
        if (Counts(WindowKind.Response) && Row(what, "response", baseline.ResponseMs, effect.ResponsePredictedMs, effect.ResponseDeltaMs, effect.ResponseCi95, [.. real.Select(s => s.Interactions.Max(i => i.Response?.Ms)).OfType<double>()]) is { } response)
            yield return response;
    }

    private static ProofRow? Row(ProofCase what, string window, double? now, double? predicted, double? delta, IReadOnlyList<double>? interval, double[] real) =>
        now is { } n && predicted is { } p && delta is { } d && interval is [var low, var high] && real.Length > 0
            ? new ProofRow(what, window, n, p, p + low - d, p + high - d, Sample.Median(real))
            : null;
}
