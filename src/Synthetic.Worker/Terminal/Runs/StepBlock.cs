using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>A step: its line, its interactions, what it advises, what went wrong.</summary>
internal static class StepBlock
{
    // Under what people feel as instant, a bar does not grow to the full width: a quick step looks quick.
    private const double ShortestScaleMs = 100;
    private const int MostInteractions = 3;

    // Why the browser was silent - gone, stuck, covered by another window - is not known here.
    private const string Estimated = "estimated from the page's own input events; the browser reported no timing for it";

    private const string Fallback = "response up to the largest paint that the browser saw the input lead to: of what the step expects, if anything, no paint is known";

    public static IEnumerable<Line> Of(StepResult step, Failure? failure, Screen screen)
    {
        yield return Head(step, screen);
        foreach (var line in Interactions(step, screen))
            yield return line;
        foreach (var line in step.Advice.Where(advice => (advice.ProvenMs ?? advice.TriedMs) is not < 1).SelectMany(advice => AdviceBlock.Of(advice, screen)))
            yield return line;

        foreach (var incident in step.Incidents ?? [])
        {
            var sign = Line.Indented(4).Add($"{screen.Glyphs.Warning} {screen.Clean(incident.Kind)}: ", TextStyle.Fair);
            foreach (var line in Paragraph.Of(incident.Text, sign, TextStyle.Plain, screen, most: 6))
                yield return line;
        }

        if (failure is not null)
        {
            foreach (var line in FailureBlock.Of(failure, screen))
                yield return line;
        }
    }

    private static Line Head(StepResult step, Screen screen)
    {
        var style = TextStyles.Of(step.Status);
        var right = step.Status == StepStatus.Skipped ? "skipped" : Amount.Time(step.DurationMs);
        var room = screen.Width - right.Length - 6;
        var line = Line.Indented(2)
            .Add(screen.Glyphs.Sign(step.Status) + " ", style)
            .Add(screen.Cut(step.Name, room), step.Status == StepStatus.Skipped ? TextStyle.Dim : TextStyle.Strong);
        var what = Action(step);
        if (what.Length > 0 && room - (line.Width - 4) > 12)
            line.Add("  ").Add(screen.Cut(what, room - (line.Width - 4)), TextStyle.Dim);
        return line.PadTo(screen.Width - right.Length).Add(right, TextStyle.Dim);
    }

    // A name made from the action says it already.
    private static string Action(StepResult step)
    {
        if (step.Name.StartsWith(step.Action, StringComparison.OrdinalIgnoreCase))
            return "";
        // As it is written in the scenario: the element that was hit may be an image within a link.
        var target = step.Target ?? (step.Interactions is [{ Target: { } hit }] ? hit : null);
        return target is null ? step.Action : $"{step.Action} {target}";
    }

    private static IEnumerable<Line> Interactions(StepResult step, Screen screen)
    {
        var all = step.Response is null ? TypingBlock.AsOne(step) : [.. TypingBlock.AsOne(step), OfAction(step.Response)];
        if (step.Typing is { } typing)
        {
            foreach (var line in Paragraph.Of(typing.Say(), Line.Indented(4), TextStyle.Dim, screen))
                yield return line;
        }
        var shown = all.Count <= MostInteractions
            ? all
            : [.. all.OrderByDescending(Longest).Take(MostInteractions)];
        var scale = Math.Max(ShortestScaleMs, shown.Select(Longest).DefaultIfEmpty().Max());
        foreach (var interaction in shown)
        {
            if (shown.Count > 1)
                yield return Line.Indented(4).Add(screen.Cut($"{interaction.Type} {interaction.Target}", screen.Width - 4), TextStyle.Dim);
            foreach (var line in Interaction(interaction, scale, screen))
                yield return line;
        }

        if (all.Count > shown.Count)
        {
            yield return Line.Indented(4)
                .Add($"and {all.Count - shown.Count} more, none over {Amount.Time(shown.Min(Longest))}", TextStyle.Dim);
        }
    }

    /// <summary>An action that is no interaction for the browser, shown as one.</summary>
    private static InteractionResult OfAction(ResponseWindow response) => new() { Type = "action", Response = response };

    private static IEnumerable<Line> Interaction(InteractionResult interaction, double scale, Screen screen)
    {
        var windows = WindowBlock.Of(interaction, screen.Glyphs).ToList();
        foreach (var window in windows)
            yield return window.Bar(scale, screen);
        if (interaction.Source == InteractionSource.Estimated)
        {
            foreach (var line in Paragraph.Of(Estimated, Line.Indented(4), TextStyle.Dim, screen))
                yield return line;
        }

        if (interaction.Response?.Source == ResponseSource.InteractionContentfulPaint)
        {
            foreach (var line in Paragraph.Of(Fallback, Line.Indented(4), TextStyle.Dim, screen))
                yield return line;
        }

        foreach (var line in WindowBlock.Verdicts(windows, screen))
            yield return line;
        if (interaction.Lost is { } lost)
        {
            var sign = Line.Indented(4).Add(screen.Glyphs.Warning + " ", TextStyle.Fair);
            foreach (var line in Paragraph.Of(lost.Say(interaction.Type, interaction.Target), sign, TextStyle.Fair, screen))
                yield return line;
        }
    }

    private static double Longest(InteractionResult interaction) =>
        Math.Max(interaction.Inp?.Ms ?? 0, interaction.Response?.Ms ?? 0);
}
