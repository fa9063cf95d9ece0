using System.Xml.Linq;
using Synthetic.Tests.Terminal;
using Synthetic.Worker.Cli;

namespace Synthetic.Tests.Cli;

internal sealed class JUnitReportTests
{
    [Test]
    public void StepsAreCasesAndBrokenBudgetsFailures()
    {
        var xml = JUnitReport.Of([SampleRecords.SlowDatabase(), SampleRecords.Failed(), SampleRecords.Hostile()]);
        Assert.That(() => XDocument.Parse(xml), Throws.Nothing);
        Golden.Matches(xml, "junit.xml");
    }

    [Test]
    public void TroubleOfTheMonitorIsAnErrorNotAFailure()
    {
        var record = SampleRecords.Empty("s") with
        {
            Status = Core.Running.RunStatus.Error,
            Failure = new(null, Core.Running.FailureKind.Browser, "the browser died"),
        };
        var suite = XDocument.Parse(JUnitReport.Of([record])).Descendants("testsuite").Single();
        Assert.That((suite.Attribute("errors")!.Value, suite.Attribute("failures")!.Value), Is.EqualTo(("1", "0")));
        Assert.That(suite.Descendants("error").Single().Value, Is.EqualTo("browser: the browser died"));
    }
}
