using Spectre.Console;
using Synthetic.Core.Records;
using Synthetic.Core.Running;

namespace Synthetic.Worker.Terminal.Progress;

/// <summary>Shows how far a proof is: one line that changes on a terminal, a line a run elsewhere.</summary>
internal sealed class ProofWatch(Printer printer)
{
    public async Task<RunRecord> WatchAsync(Func<IProgress<ProofProgress>, Task<RunRecord>> prove)
    {
        if (!printer.Live)
            return await prove(new PlainProgress(printer));
        RunRecord? record = null;
        await printer.Console.Live(Printer.Renderable([Line.Empty]))
            .AutoClear(true)
            .StartAsync(async context => record = await prove(new LiveProgress(
                value => context.UpdateTarget(Printer.Renderable([Of(value, printer.Screen)])))));
        return record!;
    }

    /// <summary><c>▸ proving Place order   without db   7 of 16</c>.</summary>
    public static Line Of(ProofProgress value, Screen screen)
    {
        var count = value.Planned == 0 ? "" : $"{value.Done + 1} of {Math.Max(value.Planned, value.Done + 1)}";
        var room = screen.Width - "▸ proving ".Length - 4 - count.Length;
        var step = screen.Cut(value.Step, Math.Min(30, room / 2));
        return new Line()
            .Add(screen.Glyphs.Current + " ", TextStyle.Accent)
            .Add($"proving {step}", TextStyle.Strong)
            .Add($"  {screen.Cut(value.Arm, Math.Min(30, room - Cells.Of(step)))}")
            .Add($"  {count}", TextStyle.Dim);
    }

    private sealed class LiveProgress(Action<ProofProgress> show) : IProgress<ProofProgress>
    {
        public void Report(ProofProgress value) => show(value);
    }

    private sealed class PlainProgress(Printer printer) : IProgress<ProofProgress>
    {
        public void Report(ProofProgress value) => printer.Write([Of(value, printer.Screen)]);
    }
}
