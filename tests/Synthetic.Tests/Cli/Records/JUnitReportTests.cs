using System.Xml.Linq;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Tests.Terminal;
using Synthetic.Worker.Cli.Records;

namespace Synthetic.Tests.Cli.Records;

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
            Status = RunStatus.Error,
            Failure = new(null, FailureKind.Browser, "the browser died"),
        };
        var suite = XDocument.Parse(JUnitReport.Of([record])).Descendants("testsuite").Single();
        Assert.That((suite.Attribute("errors")!.Value, suite.Attribute("failures")!.Value), Is.EqualTo(("1", "0")));
        Assert.That(suite.Descendants("error").Single().Value, Is.EqualTo("browser: the browser died"));
    }

    [Test]
    public void AStepTheMonitorBrokeInIsAnErrorAndNoFailure()
    {
        var record = SampleRecords.Failed() with { Status = RunStatus.Error };
        var suite = XDocument.Parse(JUnitReport.Of([record])).Descendants("testsuite").Single();
        Assert.That((suite.Attribute("errors")!.Value, suite.Attribute("failures")!.Value), Is.EqualTo(("1", "0")));
        Assert.That(suite.Descendants("error").Single().Parent!.Attribute("name")!.Value, Is.EqualTo("Place order"));
    }

    [Test]
    public void BudgetsBrokenOnANoisyMachineAreSkippedWithTheReason()
    {
        var record = SampleRecords.SlowDatabase() with
        {
            Status = RunStatus.Inconclusive,
            Host = new HostState { Verdict = HostState.Noisy, Reasons = ["other programs used 92 % of the processors"] },
        };
        var suite = XDocument.Parse(JUnitReport.Of([record])).Descendants("testsuite").Single();
        Assert.That(suite.Descendants("failure").Concat(suite.Descendants("error")), Is.Empty);
        var skipped = suite.Descendants("skipped").Single();
        Assert.That(suite.Attribute("skipped")!.Value, Is.EqualTo("1"));
        Assert.That(skipped.Parent!.Attribute("name")!.Value, Is.EqualTo("Place order"));
        Assert.That(skipped.Attribute("message")!.Value, Is.EqualTo("not judged, the host was noisy: other programs used 92 % of the processors"));
        Assert.That(skipped.Value, Does.Contain("server.db 350 ms over 200 ms"));
    }

    [TestCase("inp", "INP 480 ms over 200 ms; script on the main thread took 300 ms of it")]
    [TestCase("response", "response 480 ms over 200 ms; db took 350 ms of it")]
    [TestCase("duration", "duration 480 ms over 200 ms")]
    public void ABrokenBudgetBlamesTheWorstWindowOfItsOwnKind(string metric, string message)
    {
        var step = SampleRecords.PlaceOrder();
        InteractionResult Interaction(double ms, Culprit inp, Culprit response) => new()
        {
            Type = "pointer",
            Inp = new InpWindow { Ms = ms, Culprit = inp },
            Response = new ResponseWindow { Ms = ms, Culprit = response },
        };
        var rendering = new Culprit { Kind = CulpritKind.Rendering, Ms = 90 };
        var record = SampleRecords.Empty("s") with
        {
            Status = RunStatus.Degraded,
            Budgets = [new(metric, step.Name, 200, 480, false)],
            Steps = [step with { Interactions = [Interaction(120, rendering, rendering), Interaction(480, Alerting.Runs.Script(300), Alerting.Runs.Db(350))] }],
        };
        var suite = XDocument.Parse(JUnitReport.Of([record])).Descendants("testsuite").Single();
        Assert.That(suite.Descendants("failure").Single().Value, Is.EqualTo(message));
    }
}
