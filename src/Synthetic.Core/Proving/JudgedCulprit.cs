using Synthetic.Core.Basics;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Proving;

/// <summary>Who is to blame once a suspect is judged.</summary>
internal static class JudgedCulprit
{
    /// <summary>The suspect's culprit with what the proof says of it, or the one whom the proof points to.</summary>
    public static Culprit Of(Suspect suspect, ProofOutcome outcome, ArmEffect? other, string text)
    {
        var culprit = suspect.Culprit;
        IReadOnlyList<string> evidence = [text, .. culprit.Evidence];
        if (outcome == ProofOutcome.Proven && other is null)
            return culprit with { Confidence = Confidence.Proven, Evidence = evidence };
        if (other is not null && (outcome == ProofOutcome.Refuted || suspect.Culprit.Cause.NamesNobody))
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
        return outcome == ProofOutcome.Refuted
            ? new Culprit { Kind = CulpritKind.Unknown, Ms = culprit.Ms, Share = culprit.Share, Confidence = Confidence.Unknown, Evidence = evidence }
            : culprit with { Evidence = evidence };
    }
}
