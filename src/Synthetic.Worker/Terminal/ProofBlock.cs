using Synthetic.Core.Proving;
using Synthetic.Core.Running;

namespace Synthetic.Worker.Terminal;

/// <summary>A proof: a row an arm with its median and what it saved, a bar each on one scale, then the verdicts.</summary>
internal static class ProofBlock
{
    private const int NameColumn = 4;
    private const int NameWidth = 24;
    private const int NumberWidth = 10;
    private const int SavedWidth = 24;

    internal static IEnumerable<Line> Of(Proof proof, Screen screen)
    {
        foreach (var step in proof.Arms.GroupBy(arm => arm.Step))
        {
            foreach (var window in WindowsOf(proof, step.Key))
            {
                foreach (var line in Table(proof, step.Key, [.. step], window, screen))
                    yield return line;
            }
        }

        foreach (var verdict in proof.Verdicts)
        {
            var sign = Line.Indented(NameColumn).Add(Sign(verdict.Outcome, screen) + " ", InkOf(verdict.Outcome));
            foreach (var line in Paragraph.Of(verdict.Text, sign, Ink.Strong, screen))
                yield return line;
        }

        foreach (var line in Small(proof, screen))
            yield return line;
    }

    /// <summary>The windows that somebody is blamed for; a good INP beside a slow response needs no table.</summary>
    private static IEnumerable<ProofWindow> WindowsOf(Proof proof, string step) =>
        proof.Verdicts.Where(verdict => verdict.Step == step).Select(verdict => verdict.Window).Distinct().Order();

    private static IEnumerable<Line> Table(Proof proof, string step, IReadOnlyList<ProofArm> arms, ProofWindow window, Screen screen)
    {
        var name = window == ProofWindow.Inp ? "INP" : "response";
        var numbers = $"{name,NumberWidth}{"saved (95 %)",SavedWidth}";
        yield return Line.Indented(2)
            .Add("proof ", Ink.Strong).Add(screen.Cut(step, NameWidth - 4), Ink.Strong)
            .PadTo(NameColumn + NameWidth).Add(numbers, Ink.Dim);
        var scale = arms.Select(arm => Value(arm, window) ?? 0).Append(1).Max();
        foreach (var arm in arms)
            yield return Row(arm, proof.Effects.FirstOrDefault(effect => effect.Step == step && effect.Arm == arm.Name), window, scale, screen);
    }

    private static Line Row(ProofArm arm, ProofEffect? effect, ProofWindow window, double scale, Screen screen)
    {
        var line = Line.Indented(NameColumn).Add(screen.Cut(arm.Name, NameWidth - 1)).PadTo(NameColumn + NameWidth);
        if (Value(arm, window) is not { } value)
        {
            line.Add(" ");
            return line.Add(screen.Cut(arm.Impossible ?? "no run counts", screen.Width - line.Width), Ink.Dim);
        }
        line.Add(Amount.Time(value).PadLeft(NumberWidth)).Add(Saved(effect, window).PadLeft(SavedWidth), Ink.Dim).Add("  ");
        var room = Math.Max(4, screen.Width - line.Width);
        var cells = (int)Math.Round(value / scale * room);
        return line.Add(new string(screen.Glyphs.Fill[Core.Diagnosing.SegmentKind.Server], Math.Clamp(cells, value > 0 ? 1 : 0, room)), effect is null ? Ink.Dim : Ink.Accent);
    }

    /// <summary><c>402 ms (398 to 409)</c>; below 0 it got slower.</summary>
    private static string Saved(ProofEffect? effect, ProofWindow window)
    {
        var (delta, interval) = window == ProofWindow.Inp ? (effect?.InpDeltaMs, effect?.InpCi95) : (effect?.ResponseDeltaMs, effect?.ResponseCi95);
        if (delta is not { } change)
            return "";
        var estimated = effect!.Extrapolated ? "about " : "";
        return interval is [var low, var high]
            ? $"{estimated}{Amount.Time(-change)} ({Amount.Bare(-high)} to {Amount.Bare(-low)})"
            : $"{estimated}{Amount.Time(-change)}";
    }

    private static IEnumerable<Line> Small(Proof proof, Screen screen)
    {
        var runs = proof.Arms.Sum(arm => arm.Runs);
        if (runs > 0)
        {
            var noisy = proof.Arms.Sum(arm => arm.Noisy) is > 0 and var left ? $", {left} on a noisy host left out" : "";
            var sure = proof.Replay switch
            {
                { Exact: 0, Close: 0, Live: 0, Refused: 0 } => "",
                { Close: 0, Live: 0, Refused: 0 } replay => $"; all {replay.Exact} replayed requests were the recorded ones",
                var replay => $"; of the replayed requests {replay.Exact} were the recorded ones, {replay.Close} close to them, {replay.Live} had no answer and went live, {replay.Refused} were refused",
            };
            foreach (var line in Paragraph.Of($"{runs} runs in {Amount.Time(proof.DurationMs)}{noisy}{sure}", Line.Indented(NameColumn), Ink.Dim, screen))
                yield return line;
        }

        foreach (var line in proof.Limits.SelectMany(limit => Paragraph.Of(limit, Line.Indented(NameColumn).Add(screen.Glyphs.Warning + " ", Ink.Fair), Ink.Fair, screen)))
            yield return line;
    }

    private static double? Value(ProofArm arm, ProofWindow window) => window == ProofWindow.Inp ? arm.InpMs : arm.ResponseMs;

    private static string Sign(ProofOutcome outcome, Screen screen) => outcome switch
    {
        ProofOutcome.Proven => screen.Glyphs.Passed,
        ProofOutcome.Refuted => screen.Glyphs.Failed,
        _ => screen.Glyphs.Unknown,
    };

    private static Ink InkOf(ProofOutcome outcome) => outcome switch
    {
        ProofOutcome.Proven => Ink.Good,
        ProofOutcome.Refuted => Ink.Poor,
        _ => Ink.Fair,
    };
}
