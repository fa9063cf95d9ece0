using System.Diagnostics;
using Synthetic.Browser.Observing;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Tracing;

/// <summary>The trace that a run's requests are made in.</summary>
internal sealed class RunTracing
{
    /// <summary>How long the browser may take to say what its requests carried.</summary>
    private static readonly TimeSpan ReadingTime = TimeSpan.FromSeconds(1);

    private readonly TracedOrigins _origins;

    private RunTracing(Scenario scenario) => _origins = TracedOrigins.Of(scenario);

    /// <summary>The trace's id.</summary>
    public string TraceId { get; } = ActivityTraceId.CreateRandom().ToHexString();

    /// <summary>Has a page's requests carry the trace from now on.</summary>
    public static async Task<RunTracing> OpenAsync(Scenario scenario, ObservedPage page)
    {
        var tracing = new RunTracing(scenario);
        await new TraceHeaders(tracing.TraceId, tracing._origins).AttachAsync(page.Session);
        return tracing;
    }

    /// <summary>The run is over: learns what its requests carried. What can't be learned in time stays unknown.</summary>
    public async Task ReadAsync(NetworkLog network, TimeProvider time) =>
        await network.ReadTraceParentsAsync(TraceHeaders.Name, _origins.Hold).WaitAsync(ReadingTime, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
