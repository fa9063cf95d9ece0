using Synthetic.Core.Measuring;

namespace Synthetic.Core.Diagnosing;

/// <summary>The notes of one interaction: pointer down, up and click, or key down and up.</summary>
internal sealed class InputGroup
{
    /// <summary>A click that a label passes on to its field has the instant of the first, to this, in milliseconds.</summary>
    private const double SameInstant = 0.2;

    public List<InputNote> Inputs { get; } = [];

    public static IReadOnlyList<InputGroup> Of(IReadOnlyList<InputNote> notes)
    {
        var groups = new List<InputGroup>();
        foreach (var note in notes.OrderBy(n => n.N))
        {
            var open = note.Name switch
            {
                "pointerup" => groups.FindLast(g => g.Ends("pointerdown")),
                "click" => groups.Count > 0 && groups[^1].TakesClick(note) ? groups[^1] : null,
                // Keys of a chord come up in reverse order; a key on a button makes a click before it comes up.
                "keyup" => groups.FindLast(g => g.Ends("keydown")) ?? groups.FindLast(g => g.Inputs[0].Name == "keydown" && !g.Holds("keyup")),
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

    private bool TakesClick(InputNote click) => !Holds("click") || Math.Abs(Inputs[^1].Start - click.Start) < SameInstant;

    private bool Ends(string name) => Inputs[^1].Name == name;

    private bool Holds(string name) => Inputs.Exists(i => i.Name == name);
}

/// <summary>Finds the notes that an Event Timing entry tells of.</summary>
internal sealed class InputGroupIndex
{
    private const double SameInstant = 0.2;

    private readonly Dictionary<long, List<(InputNote Note, InputGroup Group)>> _byMs = [];

    public InputGroupIndex(IEnumerable<InputGroup> groups)
    {
        foreach (var group in groups)
        {
            foreach (var note in group.Inputs)
            {
                if (!_byMs.TryGetValue((long)note.Start, out var list))
                    _byMs[(long)note.Start] = list = [];
                list.Add((note, group));
            }
        }
    }

    /// <summary>The groups with an input of the entry's instant and device: a mousedown has its pointerdown's.</summary>
    public IEnumerable<InputGroup> Of(EventTiming entry)
    {
        var key = IsKey(entry.Name);
        for (var ms = (long)entry.Start - 1; ms <= (long)entry.Start + 1; ms++)
        {
            foreach (var (note, group) in _byMs.GetValueOrDefault(ms) ?? [])
            {
                if (Math.Abs(note.Start - entry.Start) < SameInstant && (IsKey(note.Name) == key || note.Name == "click" || entry.Name == "click"))
                    yield return group;
            }
        }
    }

    private static bool IsKey(string name) => name.StartsWith("key", StringComparison.Ordinal);
}
