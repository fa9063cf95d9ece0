using System.Diagnostics;
using System.Diagnostics.Metrics;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;

namespace Synthetic.Results.Telemetry;

/// <summary>Turns runs into metrics, for whoever exports the meter <see cref="MeterName"/>.</summary>
public sealed class RunMetrics : IRunSink, IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Synthetic";

    /// <summary>So many names of components a step may have: a server that makes names up must not fill a database of metrics.</summary>
    public const int MostComponents = 40;

    /// <summary>So many names of steps a scenario may have: one written in C# may make them up, too.</summary>
    public const int MostSteps = 100;

    /// <summary>What stands for the steps and components beyond those.</summary>
    public const string Others = "other";

    private static readonly InstrumentAdvice<double> Waits = new()
    {
        HistogramBucketBoundaries = [5, 10, 25, 50, 75, 100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 2500, 4000, 6000, 10_000, 30_000],
    };

    private static readonly InstrumentAdvice<double> Scores = new() { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1] };

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _runs;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _response;
    private readonly Histogram<double> _component;
    private readonly Histogram<double> _inp;
    private readonly Histogram<double> _lcp;
    private readonly Histogram<double> _fcp;
    private readonly Histogram<double> _ttfb;
    private readonly Histogram<double> _cls;
    private readonly Func<RunRecord, IDisposable>? _context;
    private readonly BoundedNames _steps = new(MostSteps, Others);
    private readonly BoundedNames _components = new(MostComponents, Others);

    /// <summary>Makes the instruments.</summary>
    /// <param name="waiting">How many results wait for the store.</param>
    /// <param name="context">Makes a run's trace the current one while it is measured; <c>null</c> where runs have none.</param>
    public RunMetrics(Func<int> waiting, Func<RunRecord, IDisposable>? context = null)
    {
        _context = context;
        Histogram<double> Wait(string name, string description) => _meter.CreateHistogram(name, "ms", description, advice: Waits);
        _runs = _meter.CreateCounter<long>("synthetic.runs", "{run}", "Slots that ended, by how: passed, degraded, failed, inconclusive, error, aborted, missed");
        _duration = Wait("synthetic.run.duration", "Wall time of a run");
        _response = Wait("synthetic.response", "From the input to the paint that shows what the step expects");
        _component = Wait("synthetic.component", "A part of a step's response: a kind of stretch, or a component of the server");
        _inp = Wait("browser.web_vital.inp", "Interaction to Next Paint of a step");
        _lcp = Wait("browser.web_vital.lcp", "Largest Contentful Paint of a page");
        _fcp = Wait("browser.web_vital.fcp", "First Contentful Paint of a page");
        _ttfb = Wait("browser.web_vital.ttfb", "Time to First Byte of a page");
        _cls = _meter.CreateHistogram("browser.web_vital.cls", "1", "Cumulative Layout Shift of a page", advice: Scores);
        _meter.CreateObservableGauge("synthetic.store.waiting", waiting, "{result}", "Results that wait for the store");
    }

    /// <inheritdoc/>
    public Task AcceptAsync(RunReport report, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (!report.WasReported)
            Record(report.Record);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private void Record(RunRecord run)
    {
        // A slot that nothing was run in has no trace.
        using var context = run.Status == RunStatus.Missed ? null : _context?.Invoke(run);
        TagList Tags(params ReadOnlySpan<KeyValuePair<string, object?>> more) =>
            [new("synthetic.scenario", run.Scenario), new("synthetic.location", run.Location), .. more];
        _runs.Add(1, Tags(new KeyValuePair<string, object?>("synthetic.status", StatusText.Of(run.Status))));
        if (run.Status is RunStatus.Missed or RunStatus.Aborted)
            return;
        _duration.Record(run.DurationMs, Tags());
        foreach (var page in run.Pages)
        {
            RecordIf(_lcp, page.LcpMs, Tags());
            RecordIf(_fcp, page.FcpMs, Tags());
            RecordIf(_ttfb, page.TtfbMs, Tags());
            RecordIf(_cls, page.Cls, Tags());
        }
        foreach (var part in ComponentTime.Of(run))
        {
            var name = _steps.Of(run.Scenario, part.Step);
            var step = new KeyValuePair<string, object?>("synthetic.step", name);
            if (part.Component == "inp")
                _inp.Record(part.Ms, Tags(step));
            else if (part.Component == "response")
                _response.Record(part.Ms, Tags(step));
            else
                _component.Record(part.Ms, Tags(step, new("synthetic.component", _components.Of($"{run.Scenario}\n{name}", part.Component))));
        }
    }

    private static void RecordIf(Histogram<double> histogram, double? value, in TagList tags)
    {
        if (value is { } known)
            histogram.Record(known, tags);
    }
}
