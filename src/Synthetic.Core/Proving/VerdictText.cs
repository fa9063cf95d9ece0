using System.Globalization;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Proving;

/// <summary>Says in a sentence what became of a suspect.</summary>
internal static class VerdictText
{
    public static string Of(Suspect suspect, SuspectSaving? own, Shift? saved, ProofOutcome outcome, ArmEffect? other)
    {
        if (outcome == ProofOutcome.Proven && other is not null)
            return $"proven: {other.Arm.Name}: {Change(suspect.Window, other)}{Interval(other.In(suspect.Window)?.Times(-1))}";
        if (own is null)
            return suspect.Culprit.Kind == CulpritKind.Idle
                ? $"not settled: a wait in which nothing runs can't be replayed away{PointingTo(suspect, other)}"
                : $"not settled: no run counts that would tell{PointingTo(suspect, other)}";
        var what = $"{own.Name}: {Change(suspect.Window, own.NowMs, own.PredictedMs)}{Interval(saved, own.IsRange ? ", alone or beside others" : "")}";
        return outcome switch
        {
            ProofOutcome.Proven => $"proven: {what}",
            ProofOutcome.Refuted => $"refuted: {what}, where {Ms(suspect.Culprit.Ms)} were to be expected{PointingTo(suspect, other)}",
            _ when saved?.Low is null => $"not settled: {what}, from too few runs for an interval{PointingTo(suspect, other)}",
            _ => $"not settled: {what}{PointingTo(suspect, other)}",
        };
    }

    private static string PointingTo(Suspect suspect, ArmEffect? other) =>
        other is null ? "" : $"; {other.Arm.Name}: {Change(suspect.Window, other)}";

    private static string Change(WindowKind window, ArmEffect effect) => Change(window, effect.NowIn(window), [effect.Predicted(window)]);

    private static string Change(WindowKind window, double? now, IReadOnlyList<double?> predicted) =>
        $"{(window == WindowKind.Inp ? "INP" : "response")} {Number(now)} → {string.Join(" to ", predicted.Select(Number).Distinct())} ms";

    private static string Interval(Shift? saved, string whichever = "") => saved is { Low: { } low, High: { } high }
        ? $" ({Number(low)} to {Ms(high)} less, 95 %{whichever})"
        : "";

    private static string Number(double? ms) => ms is { } value ? Math.Round(value).ToString("0", CultureInfo.InvariantCulture) : "?";

    public static string Ms(double? ms) => Number(ms) + " ms";
}
