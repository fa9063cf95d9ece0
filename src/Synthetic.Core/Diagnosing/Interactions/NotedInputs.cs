using Synthetic.Core.Evidence;

namespace Synthetic.Core.Diagnosing.Interactions;

/// <summary>The inputs that the probe noted of one interaction: pointer down, up and click, or key down and up.</summary>
internal sealed class NotedInputs
{
    public List<InputNote> Inputs { get; } = [];

    public static IReadOnlyList<NotedInputs> Of(IReadOnlyList<InputNote> notes)
    {
        var groups = new List<NotedInputs>();
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
                groups.Add(open = new NotedInputs());
            open.Inputs.Add(note);
        }
        // An up without a down began in another document, and was counted there.
        groups.RemoveAll(g => g.Inputs[0].Name is "pointerup" or "keyup");
        return groups;
    }

    /// <summary>A click that a label passes on to its field has the instant of the first.</summary>
    private bool TakesClick(InputNote click) => !Holds("click") || Math.Abs(Inputs[^1].Start - click.Start) < Tolerances.SameInstant;

    private bool Ends(string name) => Inputs[^1].Name == name;

    private bool Holds(string name) => Inputs.Exists(i => i.Name == name);
}
