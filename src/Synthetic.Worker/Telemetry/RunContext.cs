using System.Diagnostics;
using Synthetic.Core.Records;
using Synthetic.Core.Tracing;

namespace Synthetic.Worker.Telemetry;

/// <summary>Makes a run's own span the current one: what is measured meanwhile gets an exemplar that points there.</summary>
internal sealed class RunContext : IDisposable
{
    private readonly Activity? _before = Activity.Current;
    private readonly Activity? _run;

    private RunContext(RunRecord run) => _run = KnownSpan.Start(Unlistened, RunTrace.IdOf(run), RunTrace.RootIdOf(run), null);

    public static IDisposable Enter(RunRecord run) => new RunContext(run);

    public void Dispose()
    {
        _run?.Stop();
        Activity.Current = _before;
    }

    // Of no source, so that it is exported by nobody: the span itself is.
    private static Activity Unlistened(ActivityContext parent)
    {
        var activity = new Activity("measured");
        activity.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
        return activity;
    }
}
