using Spectre.Console;
using Synthetic.Core.Records;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.Worker.Terminal;

/// <summary>Shows a run's steps while they happen: a list that ticks itself off on a terminal, a line a step elsewhere.</summary>
/// <remarks>It redraws when a step begins or ends and never in between: a turning spinner would take time from the page.</remarks>
internal sealed class StepWatch(Printer printer)
{
    internal async Task<RunRecord> WatchAsync(Scenario scenario, Func<IProgress<StepProgress>, Task<RunRecord>> run)
    {
        if (!printer.Live)
            return await run(new PlainSteps(printer));
        RunRecord? record = null;
        var steps = new LiveSteps(scenario, printer.Screen);
        await printer.Console.Live(Printer.Renderable(steps.Lines()))
            .AutoClear(true)
            .StartAsync(async context =>
            {
                steps.Changed = () => context.UpdateTarget(Printer.Renderable(steps.Lines()));
                record = await run(steps);
            });
        return record!;
    }

    private sealed class PlainSteps(Printer printer) : IProgress<StepProgress>
    {
        public void Report(StepProgress value)
        {
            if (value.Status is not { } status)
                return;
            var count = value.Count == 0 ? "" : $"/{value.Count}";
            var screen = printer.Screen;
            printer.Write(screen.Cut(
                $"{value.Scenario} {value.Index + 1}{count} {status.ToString().ToLowerInvariant()}: {value.Name}", screen.Width));
        }
    }
}

/// <summary>The steps of one run and how far they are.</summary>
internal sealed class LiveSteps(Scenario scenario, Screen screen) : IProgress<StepProgress>
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, StepProgress> _seen = [];

    internal Action Changed { get; set; } = static () => { };

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

    internal IReadOnlyList<Line> Lines()
    {
        lock (_lock)
        {
            var lines = new List<Line> { new Line().Add(screen.Glyphs.Current + " ", Ink.Accent).Add(screen.Cut(scenario.Name, screen.Width - 2), Ink.Strong) };
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
            null => Line.Indented(2).Add(screen.Glyphs.Pending + " " + name, Ink.Dim),
            { Status: null } => Line.Indented(2).Add(screen.Glyphs.Current + " ", Ink.Accent).Add(name, Ink.Strong),
            { Status: { } status } => Line.Indented(2).Add(screen.Glyphs.Sign(status) + " ", Inks.Of(status)).Add(name),
        };
    }
}
