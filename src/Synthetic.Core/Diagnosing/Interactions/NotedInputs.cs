using Synthetic.Core.Evidence;

namespace Synthetic.Core.Diagnosing.Interactions;

/// <summary>The inputs that the probe noted of one interaction: pointer down, up and click, or key down and up.</summary>
internal sealed class NotedInputs
{
    private bool _clicked;
    private bool _released;

    public List<InputNote> Inputs { get; } = [];

    public static IReadOnlyList<NotedInputs> Of(IReadOnlyList<InputNote> notes)
    {
        var groups = new List<NotedInputs>();
        // Those still down, the latest on top; what no longer is down is thrown away when it comes to lie there.
        var (pointers, keys, unreleased) = (new Stack<NotedInputs>(), new Stack<NotedInputs>(), new Stack<NotedInputs>());
        foreach (var note in notes.OrderBy(n => n.N))
        {
            var open = note.Name switch
            {
                "pointerup" => Top(pointers, g => g.Ends("pointerdown")),
                "click" => groups.Count > 0 && groups[^1].TakesClick(note) ? groups[^1] : null,
                // Keys of a chord come up in reverse order; a key on a button makes a click before it comes up.
                "keyup" => Top(keys, g => g.Ends("keydown")) ?? Top(unreleased, g => !g._released),
                _ => null,
            };
            if (open is null)
            {
                groups.Add(open = new NotedInputs());
                if (note.Name == "pointerdown")
                    pointers.Push(open);
                if (note.Name == "keydown")
                {
                    keys.Push(open);
                    unreleased.Push(open);
                }
            }
            open.Add(note);
        }
        // An up without a down began in another document, and was counted there.
        groups.RemoveAll(g => g.Inputs[0].Name is "pointerup" or "keyup");
        return groups;
    }

    private static NotedInputs? Top(Stack<NotedInputs> stack, Func<NotedInputs, bool> isDown)
    {
        while (stack.TryPeek(out var top))
        {
            if (isDown(top))
                return top;
            stack.Pop();
        }
        return null;
    }

    private void Add(InputNote note)
    {
        Inputs.Add(note);
        _clicked |= note.Name == "click";
        _released |= note.Name == "keyup";
    }

    /// <summary>A click that a label passes on to its field has the instant of the first.</summary>
    private bool TakesClick(InputNote click) => !_clicked || Math.Abs(Inputs[^1].Start - click.Start) < Tolerances.SameInstant;

    private bool Ends(string name) => Inputs[^1].Name == name;
}
