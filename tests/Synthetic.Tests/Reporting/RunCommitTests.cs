using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Tests.Alerting;

namespace Synthetic.Tests.Reporting;

public sealed class RunCommitTests
{
    [TestCase("ops", "ops")]
    [TestCase("ops pager ops", "ops pager")]
    [TestCase("", "")]
    [TestCase("log", "", Description = "the log gets every alert without a message")]
    public void AnAlertGoesOnceToEachNotifierThatTheScenarioNames(string notify, string expected)
    {
        var commit = Fired(notify.Split(' ', StringSplitOptions.RemoveEmptyEntries), ["ops", "pager", "other"]);
        Assert.That(string.Join(' ', commit.Messages.Select(message => message.Notifier)), Is.EqualTo(expected));
        Assert.That(commit.Messages.Select(message => message.Alert), Is.All.EqualTo(commit.Alerts.Single()));
    }

    [Test]
    public void AnEventHasOneKeyAndNoOtherHasIt()
    {
        var message = Fired(["ops"], ["ops"]).Messages.Single();
        Assert.That(message.Key, Is.EqualTo(Fired(["ops"], ["ops"]).Messages.Single().Key));
        Assert.That(message.Key, Is.Not.EqualTo((message with { Alert = message.Alert with { State = AlertEvent.Updated } }).Key));
        Assert.That(message.Key, Is.Not.EqualTo((message with { Alert = message.Alert with { RunId = "run-9" } }).Key));
        Assert.That(message.Key, Is.Not.EqualTo((message with { Alert = message.Alert with { Repeated = 1 } }).Key), "said again of the same run");
    }

    private static RunCommit Fired(string[] notify, string[] notifiers) => RunCommit.OfRun(
        new AlertRule(1, 1, 1, TimeSpan.Zero, notify),
        Runs.Of(RunStatus.Failed), AlertState.Empty, notifiers, Runs.Start);
}
