using Synthetic.Core.Measuring;
using Synthetic.Core.Running;

namespace Synthetic.Core.Diagnosing;

/// <summary>One interaction, on the run's clock.</summary>
internal sealed record Interaction
{
    public required string DocumentId { get; init; }
    public long Id { get; init; }
    public required string Type { get; init; }
    public string? Target { get; init; }
    public InteractionSource Source { get; init; }

    /// <summary>Which side of the truth the length is on; <c>null</c> for the truth.</summary>
    public string? Bound { get; init; }

    /// <summary>The first input: where the response begins.</summary>
    public required double Begin { get; init; }

    /// <summary>The input of the longest entry: where INP begins.</summary>
    public required double Start { get; init; }
    public required double ProcessingStart { get; init; }
    public required double ProcessingEnd { get; init; }

    /// <summary>The next paint.</summary>
    public required double End { get; init; }

    public double Ms => End - Start;
}

/// <summary>Finds the interactions in a document's entries and in what its probe's own listeners noted.</summary>
internal static class Interactions
{
    /// <summary>Event Timing rounds to 8 ms: what it drops as under 16 may have taken up to this until our own next frame.</summary>
    private const double ShortestEntry = 24;

    public static IReadOnlyList<Interaction> Of(Evidence evidence) =>
        [.. evidence.Documents.SelectMany(d => Of(d, evidence)).OrderBy(i => i.Begin)];

    private static IEnumerable<Interaction> Of(DocumentEvidence document, Evidence evidence)
    {
        var groups = InputGroup.Of(document.Inputs);
        var entries = document.Events.Where(e => e.InteractionId > 0).Distinct().GroupBy(e => e.InteractionId);
        var seen = new HashSet<InputGroup>();
        foreach (var entry in entries)
        {
            foreach (var group in groups.Where(g => entry.Any(g.Has)))
                seen.Add(group);
            yield return Observed(document, entry.Key, [.. entry]);
        }
        foreach (var group in groups.Where(g => !seen.Contains(g)))
            yield return Estimated(document, group, evidence);
    }

    private static Interaction Observed(DocumentEvidence document, long id, IReadOnlyList<EventTiming> entries)
    {
        var longest = entries.OrderByDescending(e => e.Duration).ThenBy(e => e.Start).First();
        var end = longest.Start + longest.Duration;
        // Entries of one interaction that end with the same frame are handled together.
        var together = entries.Where(e => e.Start >= longest.Start - 0.5 && Math.Abs(e.Start + e.Duration - end) <= 8).ToArray();
        var first = Math.Clamp(together.Min(e => e.ProcessingStart), longest.Start, end);
        var last = Math.Clamp(together.Max(e => e.ProcessingEnd), first, end);
        var offset = document.OffsetMs;
        return new Interaction
        {
            DocumentId = document.Id,
            Id = id,
            Type = TypeOf(longest.Name),
            Target = longest.Target ?? entries.Select(e => e.Target).FirstOrDefault(t => t is not null),
            Source = InteractionSource.EventTiming,
            Begin = entries.Min(e => e.Start) + offset,
            Start = longest.Start + offset,
            ProcessingStart = first + offset,
            ProcessingEnd = last + offset,
            End = end + offset,
        };
    }

    private static Interaction Estimated(DocumentEvidence document, InputGroup group, Evidence evidence)
    {
        var offset = document.OffsetMs;
        var start = group.Inputs[0].Start;
        var first = Math.Max(start, group.Inputs[0].ProcessingStart);
        var stuck = group.Inputs.Any(i => i.ProcessingEnd is null);
        var returned = group.Inputs.Max(i => i.ProcessingEnd ?? i.ProcessingStart);
        // A handler that never returned held the page until the driver gave up.
        var last = stuck && group.Painted is null ? Math.Max(returned, GivenUp(evidence, start + offset) - offset) : returned;
        var painted = Math.Max(group.Painted ?? last, last);
        var tooShort = group.Painted is not null && painted - start < ShortestEntry;
        return new Interaction
        {
            DocumentId = document.Id,
            Type = TypeOf(group.Inputs[0].Name),
            Target = group.Inputs[^1].Target,
            Source = tooShort ? InteractionSource.EventTiming : InteractionSource.Estimated,
            Bound = tooShort ? "upper" : "lower",
            Begin = start + offset,
            Start = start + offset,
            ProcessingStart = Math.Min(first, tooShort ? start + 16 : first) + offset,
            ProcessingEnd = Math.Min(last, tooShort ? start + 16 : last) + offset,
            End = (tooShort ? start + 16 : painted) + offset,
        };
    }

    private static double GivenUp(Evidence evidence, double start)
    {
        var step = evidence.Steps.LastOrDefault(s => s.FromMs <= start && s.Status != StepStatus.Skipped);
        return step is null ? start : step.FromMs + step.DurationMs;
    }

    private static string TypeOf(string name) => name.StartsWith("key", StringComparison.Ordinal) ? "keyboard" : "pointer";
}

/// <summary>The notes of one interaction: pointer down, up and click, or key down and up.</summary>
internal sealed class InputGroup
{
    public List<InputNote> Inputs { get; } = [];

    /// <summary>The next frame after the last of them; <c>null</c> where the document died before.</summary>
    public double? Painted => Inputs[^1].Painted;

    /// <summary>Whether an Event Timing entry tells of one of these inputs.</summary>
    public bool Has(EventTiming entry) => Inputs.Any(i => i.Name == entry.Name && Math.Abs(i.Start - entry.Start) < 0.2);

    public static IReadOnlyList<InputGroup> Of(IReadOnlyList<InputNote> notes)
    {
        var groups = new List<InputGroup>();
        foreach (var note in notes.OrderBy(n => n.N))
        {
            var open = note.Name switch
            {
                "pointerdown" or "keydown" => null,
                "pointerup" => groups.LastOrDefault(g => g.Ends("pointerdown")),
                // A key on a button makes a click too.
                "click" => groups.LastOrDefault(g => g.Ends("pointerup") || g.Ends("pointerdown") || g.Ends("keydown") || g.Ends("keyup")),
                "keyup" => groups.FirstOrDefault(g => g.Ends("keydown")) ?? groups.LastOrDefault(g => g.Inputs[0].Name == "keydown"),
                _ => null,
            };
            if (open is null)
                groups.Add(open = new InputGroup());
            open.Inputs.Add(note);
        }
        // An up without a down began in another document, and was counted there.
        groups.RemoveAll(g => g.Inputs[0].Name is "pointerup" or "keyup");
        return groups;
    }

    private bool Ends(string name) => Inputs[^1].Name == name;
}
