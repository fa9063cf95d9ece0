using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>A proof: a row an arm with its median and what it saved, a bar each on one scale, then the verdicts.</summary>
internal static class ProofBlock
{
    private const int NameColumn = 4;
    private const int NameWidth = 24;
    private const int NarrowNameWidth = 14;
    private const int NumberWidth = 10;
    private const int LeastBar = 6;
    private const string SavedTitle = "saved (95 %)";

    public static IEnumerable<Line> Of(Proof proof, Screen screen)
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
            var sign = Line.Indented(NameColumn).Add(Sign(verdict.Outcome, screen) + " ", StyleOf(verdict.Outcome));
            foreach (var line in Paragraph.Of(verdict.Text, sign, TextStyle.Strong, screen))
                yield return line;
        }

        foreach (var line in Small(proof, screen))
            yield return line;
    }

    /// <summary>The windows that somebody is blamed for; a good INP beside a slow response needs no table.</summary>
    private static IEnumerable<WindowKind> WindowsOf(Proof proof, string step) =>
        proof.Verdicts.Where(verdict => verdict.Step == step).Select(verdict => verdict.Window).Distinct().Order();

    private static IEnumerable<Line> Table(Proof proof, string step, IReadOnlyList<ProofArm> arms, WindowKind window, Screen screen)
    {
        var rows = arms.Select(arm => (Arm: arm, Saved: Saved(proof.Effects.FirstOrDefault(effect => effect.Step == step && effect.Arm == arm.Name), window))).ToArray();
        var scale = arms.Select(arm => arm.In(window) ?? 0).Append(1).Max();
        var columns = Columns.For(rows.Select(row => row.Saved.Length).Append(SavedTitle.Length).Max() + 2, screen);
        yield return Line.Indented(2)
            .Add("proof ", TextStyle.Strong).Add(screen.Cut(step, columns.Name - 4), TextStyle.Strong)
            .PadTo(NameColumn + columns.Name)
            .Add($"{window.Name().PadLeft(NumberWidth)}{SavedTitle.PadLeft(columns.Saved)}", TextStyle.Dim);
        foreach (var (arm, saved) in rows)
            yield return Row(arm, saved, arm.In(window), scale, columns, screen);
    }

    private static Line Row(ProofArm arm, string saved, double? value, double scale, Columns columns, Screen screen)
    {
        var line = Line.Indented(NameColumn).Add(screen.Cut(arm.Name, columns.Name - 1)).PadTo(NameColumn + columns.Name);
        if (value is not { } ms)
        {
            line.Add(" ");
            return line.Add(screen.Cut(arm.Impossible ?? "no run counts", screen.Width - line.Width), TextStyle.Dim);
        }
        line.Add(screen.Cut(Amount.Time(ms), NumberWidth - 1).PadLeft(NumberWidth))
            .Add((saved.Length == 0 ? "" : screen.Cut(Fitting(saved, columns.Saved - 1), columns.Saved - 1)).PadLeft(columns.Saved), TextStyle.Dim);
        if (columns.Bar == 0)
            return line;
        var cells = Math.Clamp((int)Math.Round(ms / scale * columns.Bar), ms > 0 ? 1 : 0, columns.Bar);
        return line.Add("  ").Add(new string(screen.Glyphs.Fill(SegmentKind.Server), cells), saved.Length == 0 ? TextStyle.Dim : TextStyle.Accent);
    }

    /// <summary>Half an interval tells nothing: where there is no room for it the estimate stands alone.</summary>
    private static string Fitting(string saved, int width) => saved.Length <= width ? saved : saved.Split(" (")[0];

    /// <summary>How wide a table's columns are: on a narrow screen names are cut first, then the bars go; numbers stay.</summary>
    private readonly record struct Columns(int Name, int Saved, int Bar)
    {
        public static Columns For(int saved, Screen screen)
        {
            var room = screen.Width - NameColumn - NumberWidth - saved;
            var name = Math.Clamp(room - 2 - LeastBar, NarrowNameWidth, NameWidth);
            var bar = room - name - 2;
            return new Columns(name, Math.Min(saved, screen.Width - NameColumn - NumberWidth - name), bar < LeastBar ? 0 : bar);
        }
    }

    /// <summary><c>402 ms (398 to 409)</c>; below 0 it got slower.</summary>
    private static string Saved(ProofEffect? effect, WindowKind window)
    {
        var (delta, interval) = effect?.In(window) ?? default;
        if (delta is not { } change)
            return "";
        var estimated = effect!.Extrapolated ? "about " : "";
        return interval is [var low, var high]
            ? $"{estimated}{Amount.Time(-change)} ({Amount.Bare(-high)} to {Amount.Bare(-low)})"
            : $"{estimated}{Amount.Time(-change)}";
    }

    private static IEnumerable<Line> Small(Proof proof, Screen screen)
    {
        var runs = proof.Arms.Sum(arm => (long)arm.Runs);
        if (runs > 0)
        {
            var noisy = proof.Arms.Sum(arm => (long)arm.Noisy) is > 0 and var left ? $", {left} on a noisy host left out" : "";
            var sure = proof.Replay switch
            {
                { Exact: 0, Close: 0, Live: 0, Refused: 0 } => "",
                { Close: 0, Live: 0, Refused: 0 } replay => $"; all {replay.Exact} replayed requests were the recorded ones",
                var replay => $"; of the replayed requests {replay.Exact} were the recorded ones, {replay.Close} close to them, {replay.Live} had no answer and went live, {replay.Refused} were refused",
            };
            foreach (var line in Paragraph.Of($"{runs} {(runs == 1 ? "run" : "runs")} in {Amount.Time(proof.DurationMs)}{noisy}{sure}", Line.Indented(NameColumn), TextStyle.Dim, screen))
                yield return line;
        }

        foreach (var line in proof.Limits.SelectMany(limit => Paragraph.Of(limit, Line.Indented(NameColumn).Add(screen.Glyphs.Warning + " ", TextStyle.Fair), TextStyle.Fair, screen)))
            yield return line;
    }

    private static string Sign(ProofOutcome outcome, Screen screen) => outcome switch
    {
        ProofOutcome.Proven => screen.Glyphs.Passed,
        ProofOutcome.Refuted => screen.Glyphs.Failed,
        ProofOutcome.Unsettled => screen.Glyphs.Unknown,
    };

    private static TextStyle StyleOf(ProofOutcome outcome) => outcome switch
    {
        ProofOutcome.Proven => TextStyle.Good,
        ProofOutcome.Refuted => TextStyle.Poor,
        ProofOutcome.Unsettled => TextStyle.Fair,
    };
}
