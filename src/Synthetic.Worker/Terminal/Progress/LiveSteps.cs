using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.Worker.Terminal.Progress;

/// <summary>The steps of one run and how far they are.</summary>
internal sealed class LiveSteps(Scenario scenario, Screen screen) : IProgress<StepProgress>
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, StepProgress> _seen = [];

    public Action Changed { get; set; } = static () => { };

    public void Report(StepProgress value)
    {
        lock (_lock)
        {
            // A run that is tried again starts over.
            if (value is { Index: 0, Status: null })
                _seen.Clear();
            _seen[value.Index] = value;
        }

        Changed();
    }

    public IReadOnlyList<Line> Lines()
    {
        lock (_lock)
        {
            var lines = new List<Line> { new Line().Add(screen.Glyphs.Current + " ", TextStyle.Accent).Add(screen.Cut(scenario.Name, screen.Width - 2), TextStyle.Strong) };
            var count = Math.Max(scenario.Steps.Count, _seen.Count == 0 ? 0 : _seen.Keys.Last() + 1);
            for (var i = 0; i < count; i++)
                lines.Add(StepLine(i));
            return lines;
        }
    }

    private Line StepLine(int index)
    {
        var name = screen.Cut(
            _seen.TryGetValue(index, out var step) ? step.Name : index < scenario.Steps.Count ? scenario.Steps[index].Name : "",
            screen.Width - 4);
        return step switch
        {
            null => Line.Indented(2).Add(screen.Glyphs.Pending + " " + name, TextStyle.Dim),
            { Status: null } => Line.Indented(2).Add(screen.Glyphs.Current + " ", TextStyle.Accent).Add(name, TextStyle.Strong),
            { Status: { } status } => Line.Indented(2).Add(screen.Glyphs.Sign(status) + " ", TextStyles.Of(status)).Add(name),
        };
    }
}
