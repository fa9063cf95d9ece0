using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing.Interactions;

/// <summary>Finds the interactions in a document's Event Timing entries, and in what the probe's own listeners noted.</summary>
internal static class InteractionReader
{
    /// <summary>The most interactions of a run: as many as the probe notes of one document.</summary>
    private const int Most = 5000;

    public static IReadOnlyList<Interaction> Of(RunEvidence evidence, StepSpans steps) =>
        [.. evidence.Documents.SelectMany(d => Of(d, evidence, steps)).OrderBy(i => i.Begin).Take(Most)];

    private static IEnumerable<Interaction> Of(DocumentEvidence document, RunEvidence evidence, StepSpans steps)
    {
        var groups = NotedInputs.Of(document.Inputs);
        var byStart = new NotedInputsIndex(groups);
        var seen = new HashSet<NotedInputs>();
        // The first input is reported twice: as itself and as an event.
        foreach (var entries in document.Events.Where(e => e.InteractionId > 0).Distinct().GroupBy(e => e.InteractionId))
        {
            var notes = entries.Select(byStart.Of).OfType<NotedInputs>().Distinct().Where(seen.Add).SelectMany(g => g.Inputs).ToArray();
            yield return Observed(document, entries.Key, [.. entries], notes);
        }
        foreach (var group in groups.Where(g => !seen.Contains(g)))
            yield return Estimated(document, group, evidence, steps);
    }

    private static Interaction Observed(
        DocumentEvidence document, long id, IReadOnlyList<EventTiming> entries, IReadOnlyList<InputNote> notes)
    {
        var timed = entries.Select(e => new TimedInput(e.Start, e.ProcessingStart, e.ProcessingEnd, e.Start + e.Duration).InOrder()).ToArray();
        var longest = TimedInput.Longest(timed).On(document.OffsetMs);
        var named = entries.OrderByDescending(e => e.Duration).ThenBy(e => e.Start).First();
        // Inputs under 16 ms have no entry, but the interaction begins with them all the same.
        var all = timed.Concat(notes.Select(n => new TimedInput(n.Start, n.ProcessingStart, n.ProcessingEnd ?? n.ProcessingStart, n.Start).InOrder()));
        return new Interaction
        {
            DocumentId = document.Id,
            Id = id,
            Type = TypeOf(named.Name),
            Target = named.Target ?? entries.Select(e => e.Target).Concat(notes.Select(n => n.Target)).FirstOrDefault(t => t is not null),
            Source = InteractionSource.EventTiming,
            Unheard = notes.Any(n => n.Unheard == true),
            Heard = HeardAt(document, notes),
            Inputs = [.. all.OrderBy(i => i.Start).Select(i => i.On(document.OffsetMs))],
            Start = longest.Start,
            ProcessingStart = longest.ProcessingStart,
            ProcessingEnd = longest.ProcessingEnd,
            End = longest.End,
        };
    }

    private static Interaction Estimated(DocumentEvidence document, NotedInputs group, RunEvidence evidence, StepSpans steps)
    {
        var offset = document.OffsetMs;
        var returned = group.Inputs.Max(i => i.ProcessingEnd ?? i.ProcessingStart);
        var stuck = group.Inputs.Any(i => i.ProcessingEnd is null && i.Painted is null);
        // A handler that never returned held the page until the driver gave up.
        var last = stuck ? Math.Max(returned, GivenUp(evidence, steps, group.Inputs[0].Start + offset) - offset) : returned;
        var timed = group.Inputs
            .Select(i => new TimedInput(i.Start, i.ProcessingStart, i.ProcessingEnd ?? (i.Painted is null ? last : i.ProcessingStart), i.Painted ?? last).InOrder())
            .Select(i => i with { End = Math.Max(i.End, i.ProcessingEnd) })
            .ToArray();
        var longest = TimedInput.Longest(timed);
        // For the browser, an input that changes nothing ends with its handlers, not with the probe's next frame. Whatever it says,
        // it does not end before them: handlers that took long, as now and then those of Enter on a link to a hash, went unreported.
        var handled = timed.Max(i => i.ProcessingEnd - i.Start) < Tolerances.ShortestEntryByProbe;
        var tooShort = group.Inputs.All(i => i.Painted is not null)
            && (longest.End - longest.Start < Tolerances.ShortestEntryByProbe || (handled && longest.End <= document.SettledMs));
        if (tooShort)
        {
            var end = longest.Start + Tolerances.ShortestEntry;
            longest = new TimedInput(longest.Start, Math.Min(longest.ProcessingStart, end), Math.Min(longest.ProcessingEnd, end), end);
        }
        longest = longest.On(offset);
        return new Interaction
        {
            DocumentId = document.Id,
            Type = TypeOf(group.Inputs[0].Name),
            Target = group.Inputs[^1].Target,
            Source = tooShort ? InteractionSource.EventTiming : InteractionSource.Estimated,
            Bound = tooShort ? "upper" : "lower",
            Unheard = group.Inputs.Any(n => n.Unheard == true),
            Heard = HeardAt(document, group.Inputs),
            Inputs = [.. timed.OrderBy(i => i.Start).Select(i => i.On(offset))],
            Start = longest.Start,
            ProcessingStart = longest.ProcessingStart,
            ProcessingEnd = longest.ProcessingEnd,
            End = longest.End,
        };
    }

    private static double GivenUp(RunEvidence evidence, StepSpans steps, double start)
    {
        var step = steps.At(start);
        // Where another page came, the handler was cut off, and nobody knows when.
        if (step is null || evidence.Documents.Any(d => d.Top && d.OffsetMs > start && d.OffsetMs < steps.EndOf(step)))
            return start;
        return steps.BeginOf(step) + step.DurationMs;
    }

    private static double? HeardAt(DocumentEvidence document, IEnumerable<InputNote> notes) =>
        notes.Where(n => n.Unheard == true).Min(n => n.Heard) + document.OffsetMs;

    private static string TypeOf(string name) => name.StartsWith("key", StringComparison.Ordinal) ? "keyboard" : "pointer";
}
