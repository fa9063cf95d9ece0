using Synthetic.Core.Evidence;

namespace Synthetic.Core.Diagnosing.Windows;

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

/// <summary>Finds the inputs that an Event Timing entry tells of.</summary>
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

    /// <summary>
    /// The group that an entry belongs to: of the inputs of its instant and device the one of its name, and of several such, as in a
    /// double click whose events have one instant, the one whose handlers began with it. A mousedown has its pointerdown's instant.
    /// </summary>
    public InputGroup? Of(EventTiming entry)
    {
        var key = IsKey(entry.Name);
        var first = (long)entry.Start - 1;
        return Enumerable.Range(0, 3)
            .SelectMany(i => _byMs.GetValueOrDefault(first + i) ?? [])
            .Where(n => Math.Abs(n.Note.Start - entry.Start) < SameInstant && (IsKey(n.Note.Name) == key || n.Note.Name == "click" || entry.Name == "click"))
            .OrderBy(n => n.Note.Name == entry.Name ? 0 : 1)
            .ThenBy(n => Math.Abs(n.Note.ProcessingStart - entry.ProcessingStart))
            .FirstOrDefault().Group;
    }

    private static bool IsKey(string name) => name.StartsWith("key", StringComparison.Ordinal);
}
