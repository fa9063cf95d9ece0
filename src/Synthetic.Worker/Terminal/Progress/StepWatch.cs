using Spectre.Console;
using Synthetic.Core.Records;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.Worker.Terminal.Progress;

/// <summary>Shows a run's steps while they happen: a list that ticks itself off on a terminal, a line a step elsewhere.</summary>
/// <remarks>It redraws when a step begins or ends and never in between: a turning spinner would take time from the page.</remarks>
internal sealed class StepWatch(Printer printer)
{
    public async Task<RunRecord> WatchAsync(Scenario scenario, Func<IProgress<StepProgress>, Task<RunRecord>> run)
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
