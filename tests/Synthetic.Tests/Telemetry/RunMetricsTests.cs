using System.Diagnostics.Metrics;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Results.Telemetry;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Telemetry;

[NonParallelizable]
public sealed class RunMetricsTests
{
    [Test]
    public async Task NamesThatOthersMakeUpAreBounded()
    {
        var seen = new List<(string Metric, string? Step, string? Component)>();
        using var metrics = new RunMetrics(() => 0);
        using var listener = Listen(seen);
        for (var n = 0; n < RunMetrics.MostSteps + 2; n++)
            await AcceptAsync(metrics, $"step {n}", "db");
        for (var n = 0; n < RunMetrics.MostComponents + 2; n++)
            await AcceptAsync(metrics, "step 0", $"part{n}");
        var components = seen.Where(one => one is { Metric: "synthetic.component", Step: "step 0" }).Select(one => one.Component).ToHashSet();
        Assert.That(seen.Where(one => one.Metric == "synthetic.response").Select(one => one.Step).ToHashSet(), Has.Count.EqualTo(RunMetrics.MostSteps + 1).And.Contains(RunMetrics.Others));
        Assert.That(components, Has.Count.EqualTo(RunMetrics.MostComponents + 1).And.Contains(RunMetrics.Others));
    }

    [Test]
    public async Task OneComponentInTwoSpellingsIsOne()
    {
        var seen = new List<(string Metric, string? Step, string? Component)>();
        using var metrics = new RunMetrics(() => 0);
        using var listener = Listen(seen);
        await AcceptAsync(metrics, "order", "db");
        await AcceptAsync(metrics, "order", "DB");
        Assert.That(seen.Where(one => one.Component?.StartsWith("server.", StringComparison.Ordinal) == true).Select(one => one.Component), Is.EqualTo(new[] { "server.db", "server.db" }));
    }

    private static Task AcceptAsync(RunMetrics metrics, string step, string component)
    {
        var record = new EvidenceBuilder().Clicks().Fetches(20, 400, $"{component};dur=350").Shows(440).Step(one => one with { Name = step }).Record();
        return metrics.AcceptAsync(new RunReport(new Scenario { Name = record.Scenario }, record, []), CancellationToken.None);
    }

    private static MeterListener Listen(List<(string Metric, string? Step, string? Component)> seen)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == RunMetrics.MeterName)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) =>
        {
            string? step = null, component = null;
            foreach (var (name, value) in tags)
            {
                if (name == "synthetic.step")
                    step = value as string;
                else if (name == "synthetic.component")
                    component = value as string;
            }
            seen.Add((instrument.Name, step, component));
        });
        listener.Start();
        return listener;
    }
}
