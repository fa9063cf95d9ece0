using Synthetic.Core.Basics;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Proving;

/// <summary>Who is to blame once a suspect is judged.</summary>
internal static class JudgedCulprit
{
    /// <summary>The suspect's culprit with what the proof says of it, or the one whom the proof points to.</summary>
    /// <param name="suspect">The suspect.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="other">The arm that points to another one; <c>null</c> for none.</param>
    /// <param name="text">What the proof says.</param>
    /// <param name="savedNothing">Whether the window was as long without the suspect.</param>
    public static Culprit Of(Suspect suspect, ProofOutcome outcome, ArmEffect? other, string text, bool savedNothing)
    {
        var culprit = suspect.Culprit;
        IReadOnlyList<string> evidence = [text, .. culprit.Evidence];
        if (outcome == ProofOutcome.Proven && other is null)
            return culprit with { Confidence = Confidence.Proven, Evidence = evidence };
        var cleared = outcome == ProofOutcome.Refuted || (outcome == ProofOutcome.Unsettled && savedNothing);
        if (other is not null && (cleared || suspect.Culprit.Cause.NamesNobody))
        {
            var (kind, component) = Cause.PointedToBy(other.Arm)!.Value;
            // The run that is explained may have been quicker than its replays: nobody took more of its window than there is.
            var ms = Math.Min(Milliseconds.Round(-other.In(suspect.Window)!.Value.Ms), suspect.Ms);
            return new Culprit
            {
                Kind = kind,
                Component = component,
                Ms = ms,
                Share = Math.Round(Math.Clamp(ms / suspect.Ms, 0, 1), 2, MidpointRounding.AwayFromZero),
                Confidence = Confidence.Proven,
                Evidence = evidence,
            };
        }
        return cleared
            ? new Culprit { Kind = CulpritKind.Unknown, Ms = culprit.Ms, Share = culprit.Share, Confidence = Confidence.Unknown, Evidence = evidence }
            : culprit with { Evidence = evidence };
    }
}
