using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Tests.Alerting;
using Synthetic.Tests.Scheduling;
using Synthetic.Worker.Cli.Runs;
using Synthetic.Worker.Terminal;

namespace Synthetic.Tests.Cli.Runs;

public sealed class TimelineSinkTests
{
    [Test]
    public async Task AProofIsALineBelowThePictureAndNoSecondPicture()
    {
        using var output = new StringWriter();
        var log = new CapturedLog();
        var sink = new TimelineSink(Printer.For(output, terminal: false, _ => null), log);
        var run = Alerting.Runs.Of(RunStatus.Degraded, 0, Alerting.Runs.Inp(480)).With(480, Alerting.Runs.Db(350));
        var (_, alerts) = AlertEvaluator.Evaluate(new AlertRule(1, 1, 1, TimeSpan.Zero, []), AlertState.Empty, run, Alerting.Runs.Start);
        var report = new RunReport(new Scenario { Name = run.Scenario }, run, alerts);
        await sink.AcceptAsync(report, CancellationToken.None);
        var picture = output.ToString();
        await sink.AcceptAsync(report with { WasReported = true }, CancellationToken.None);

        Assert.That(picture, Does.Contain("Place order"));
        Assert.That(output.ToString(), Is.EqualTo(picture));
        Assert.That(log.Names, Is.EqualTo(new[] { "alert", "alert" }));
    }
}
