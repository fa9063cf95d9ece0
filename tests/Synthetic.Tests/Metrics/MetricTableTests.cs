using Synthetic.Core.Metrics;
using Synthetic.Tests.ScenarioFiles;

namespace Synthetic.Tests.Metrics;

public sealed class MetricTableTests
{
    /// <summary>The documents' table is held to the registry: a metric that is not in it, or means something else there, fails.</summary>
    [Test]
    public void TheDocumentsDescribeEveryMetric()
    {
        var docs = File.ReadAllLines(Path.Combine(ProjectFolder.Root(), "docs", "scenarios.md"));
        Assert.That(docs, Is.SupersetOf(((Metric[])[.. MetricTable.All, MetricTable.Find("server.NAME")!, MetricTable.Find("serverTotal.NAME")!]).Select(Row)));
    }

    [Test]
    public void NamesFindTheirMetricAndOthersNone()
    {
        Assert.That(MetricTable.All.Select(metric => MetricTable.Find(metric.Name)), Is.EqualTo(MetricTable.All));
        Assert.That(MetricTable.Find("server.db")!.Label, Is.EqualTo("server.db"));
        Assert.That(MetricTable.Find("speed"), Is.Null);
    }

    private static string Row(Metric metric) =>
        $"| `{metric.Name}` | {metric.Unit switch { MetricUnit.Milliseconds => "over 0s to 1h", MetricUnit.Score => "0 to 10" }} | {metric.Meaning} |";
}
