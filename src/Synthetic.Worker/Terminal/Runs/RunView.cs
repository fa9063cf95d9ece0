using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>A run record as people read it.</summary>
internal static class RunView
{
    public static IEnumerable<Line> Of(RunRecord record, Screen screen)
    {
        yield return Head(record, screen);
        foreach (var earlier in record.EarlierFailures ?? [])
        {
            foreach (var line in Paragraph.Of($"tried before: {earlier.Step ?? "run"}: {earlier.Message}", Line.Indented(2), TextStyle.Dim, screen, most: 24))
                yield return line;
        }

        var blamed = record.Steps.LastOrDefault(step => step.Status == StepStatus.Failed);
        foreach (var line in record.Steps.SelectMany(step => StepBlock.Of(step, step == blamed ? record.Failure : null, screen)))
            yield return line;
        if (blamed is null && record.Failure is { } failure)
        {
            foreach (var line in FailureBlock.Of(failure, screen))
                yield return line;
        }

        if (record.Proof is { } proof)
        {
            yield return Line.Empty;
            foreach (var line in ProofBlock.Of(proof, screen))
                yield return line;
        }

        var foot = Foot(record, screen).ToList();
        if (foot.Count > 0)
            yield return Line.Empty;
        foreach (var line in foot)
            yield return line;
    }

    /// <summary>The record in one line.</summary>
    public static Line Head(RunRecord record, Screen screen)
    {
        var style = TextStyles.Of(record.Status);
        var right = Where(record, screen);
        var rest = $"{StatusText.Of(record.Status)} in {Amount.Time(record.DurationMs)}";
        var line = new Line()
            .Add(screen.Glyphs.Sign(record.Status) + " ", style)
            .Add(screen.Cut(record.Scenario, Math.Max(12, screen.Width - rest.Length - Cells.Of(right) - 6)), TextStyle.Strong)
            .Add("  ")
            .Add(rest, style);
        return line.Width + right.Length + 2 > screen.Width
            ? line
            : line.PadTo(screen.Width - Cells.Of(right)).Add(right, TextStyle.Dim);
    }

    private static string Where(RunRecord record, Screen screen)
    {
        var parts = new List<string> { screen.Cut(record.Location, 24) };
        if (record.Attempt > 1)
            parts.Add($"attempt {record.Attempt}");
        if (record.Host is { Verdict: HostState.Noisy })
            parts.Add("noisy host");
        return string.Join($" {screen.Glyphs.Dot} ", parts);
    }

    private static IEnumerable<Line> Foot(RunRecord record, Screen screen)
    {
        foreach (var line in record.Pages.SelectMany(page => PageLine.Of(page, screen)))
            yield return line;
        foreach (var line in BudgetTable.Of(record.Budgets, screen))
            yield return line;
        foreach (var line in NoisyHost.Of(record, screen))
            yield return line;
        if (record.Coverage.Missed > 0)
        {
            yield return Line.Indented(2)
                .Add(screen.Glyphs.Warning + " ", TextStyle.Fair)
                .Add($"{record.Coverage.Missed} of {record.Coverage.Driven} interactions left no trace: their times are not in here", TextStyle.Fair);
        }

        foreach (var artifact in record.Artifacts)
            yield return Line.Indented(2).Add(screen.CutMiddle($"{artifact.Kind} {artifact.Path}", screen.Width - 2), TextStyle.Dim);
    }
}
