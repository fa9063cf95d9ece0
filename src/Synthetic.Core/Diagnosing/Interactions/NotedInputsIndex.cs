using Synthetic.Core.Evidence;

namespace Synthetic.Core.Diagnosing.Interactions;

/// <summary>Finds the noted inputs that an Event Timing entry tells of.</summary>
internal sealed class NotedInputsIndex
{
    /// <summary>How many inputs of one millisecond are looked at: people and the driver make one or two.</summary>
    private const int MostAtOnce = 100;

    private readonly Dictionary<long, List<(InputNote Note, NotedInputs Group)>> _byMs = [];

    public NotedInputsIndex(IEnumerable<NotedInputs> groups)
    {
        foreach (var group in groups)
        {
            foreach (var note in group.Inputs)
            {
                if (!_byMs.TryGetValue((long)note.Start, out var list))
                    _byMs[(long)note.Start] = list = [];
                if (list.Count < MostAtOnce)
                    list.Add((note, group));
            }
        }
    }

    /// <summary>
    /// The interaction that an entry belongs to. Of the inputs with its instant and device, one of its name goes first (a mousedown
    /// has its pointerdown's instant). Of several, as in a double click whose events have one instant, that whose handlers began with it.
    /// </summary>
    public NotedInputs? Of(EventTiming entry)
    {
        var key = IsKey(entry.Name);
        var first = (long)entry.Start - 1;
        return Enumerable.Range(0, 3)
            .SelectMany(i => _byMs.GetValueOrDefault(first + i) ?? [])
            .Where(n => Math.Abs(n.Note.Start - entry.Start) < Tolerances.SameInstant && (IsKey(n.Note.Name) == key || n.Note.Name == "click" || entry.Name == "click"))
            .Select(n => ((n.Note.Name == entry.Name ? 0 : 1, Math.Abs(n.Note.ProcessingStart - entry.ProcessingStart)), n.Group))
            .DefaultIfEmpty().MinBy(n => n.Item1).Group;
    }

    private static bool IsKey(string name) => name.StartsWith("key", StringComparison.Ordinal);
}
