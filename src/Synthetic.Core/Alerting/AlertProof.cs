using Synthetic.Core.Metrics;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Alerting;

/// <summary>What a proof made of an alert. The runs after it still infer what they inferred before: that is no news, and takes nothing of this back.</summary>
/// <param name="Verdict">What became of whom the run blamed.</param>
/// <param name="Culprit">Who is to blame now that this is known.</param>
/// <param name="Group">The alert's group with that culprit.</param>
public sealed record AlertProof(ProofVerdict Verdict, Culprit Culprit, string? Group)
{
    /// <summary>Whether an alert is one that a proof of its run may say something about: it began in that run, and somebody's part in its metric can be taken away.</summary>
    public static bool MayConcern(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return alert is { State: AlertEvent.Firing, Repeated: 0 } && MetricTable.Find(alert.Metric)?.Windows.Count > 0;
    }

    /// <summary>What a run's proof says about an alert; <c>null</c> where it has no verdict on it.</summary>
    internal static AlertProof? Of(Alert latest, RunRecord proven)
    {
        foreach (var window in MetricTable.Find(latest.Metric)?.Windows ?? [])
        {
            if (BudgetCulprit.Worst(proven, latest.Step, window) is { } worst
                && proven.Proof?.Verdicts.FirstOrDefault(v => v.Window == window && v.Step == worst.Step.Name) is { } verdict)
                return new AlertProof(verdict, worst.Culprit, BudgetCulprit.Group(worst.Culprit, worst.Step));
        }
        return null;
    }

    /// <summary>The alert with it.</summary>
    internal Alert On(Alert alert, DateTimeOffset now)
    {
        // A later run's own numbers, as well known as the proof made them; or somebody else, whom only the proof knows.
        var same = alert.Culprit?.Cause == Culprit.Cause;
        var shown = alert with
        {
            Group = same ? alert.Group : Group,
            Culprit = same ? Known(alert.Culprit!) : Culprit,
            Proof = Verdict,
        };
        // What is over is told as such; what was proven of it stays with it.
        return alert.State == AlertEvent.Resolved ? shown : shown with { Message = AlertText.Proven(shown, Verdict.Text, now) };
    }

    private Culprit Known(Culprit inferred) => inferred with
    {
        Confidence = Culprit.Confidence == Confidence.Proven ? Confidence.Proven : inferred.Confidence,
        Evidence = [Verdict.Text, .. inferred.Evidence.Where(text => text != Verdict.Text)],
    };
}
