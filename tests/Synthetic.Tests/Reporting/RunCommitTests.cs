using Synthetic.Core.Alerting;
using Synthetic.Core.Alerting.Incidents;
using Synthetic.Core.Evidence;
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
        Assert.That(string.Join(' ', commit.Events.Select(one => one.Notifier)), Is.EqualTo(expected));
        Assert.That(commit.Events.Select(one => one.Alert), Is.All.EqualTo(commit.Alerts.Single()));
    }

    [TestCase(RunStatus.Error, "platform")]
    [TestCase(RunStatus.Failed, "ops")]
    public void WhatIsWrongWithTheMonitorGoesToItsOwnNotifierWhereOneIsNamed(RunStatus status, string expected)
    {
        var rule = new AlertRule(1, 1, 1, TimeSpan.Zero, ["ops"]) { NotifyMonitor = ["platform"] };
        var waits = new Dictionary<string, TimeSpan> { ["ops"] = TimeSpan.Zero, ["platform"] = TimeSpan.Zero };
        Assert.That(RunCommit.OfRun(rule, Runs.Of(status), AlertState.Empty, waits, Runs.Start).Events.Single().Notifier, Is.EqualTo(expected));
    }

    [Test]
    public void AMistakeInTheScenarioGoesToTheMonitorsNotifierToo()
    {
        var rule = new AlertRule(1, 1, 1, TimeSpan.Zero, ["ops"]) { NotifyMonitor = ["platform"] };
        var waits = new Dictionary<string, TimeSpan> { ["ops"] = TimeSpan.Zero, ["platform"] = TimeSpan.Zero };
        var run = Runs.Of(RunStatus.Failed) with { Failure = new("Place order", FailureKind.Scenario, "2 elements match") };
        Assert.That(RunCommit.OfRun(rule, run, AlertState.Empty, waits, Runs.Start).Events.Single().Notifier, Is.EqualTo("platform"));
    }

    [Test]
    public void AnEventHasOneKeyAndNoOtherHasIt()
    {
        var message = Message();
        Assert.That(message.Key, Is.EqualTo(Message().Key));
        Assert.That(message.Key, Is.Not.EqualTo((message with { Alert = message.Alert with { State = AlertEvent.Updated } }).Key));
        Assert.That(message.Key, Is.Not.EqualTo((message with { Alert = message.Alert with { RunId = "run-9" } }).Key));
        Assert.That(message.Key, Is.Not.EqualTo((message with { Alert = message.Alert with { Repeated = 1 } }).Key), "said again of the same run");
        var shared = message.Alert with { Incident = new IncidentSummary(0, 1, ["local"], []) };
        Assert.That((message with { Alert = shared }).Key, Is.Not.EqualTo((message with { Alert = shared with { Incident = shared.Incident! with { Number = 1 } } }).Key), "another alert of the same run joined it");
    }

    private static OutboxMessage Message() => new("ops", Fired(["ops"], ["ops"]).Alerts.Single(), Runs.Start);

    private static RunCommit Fired(string[] notify, string[] notifiers) => RunCommit.OfRun(
        new AlertRule(1, 1, 1, TimeSpan.Zero, notify),
        Runs.Of(RunStatus.Failed), AlertState.Empty, notifiers.ToDictionary(name => name, _ => TimeSpan.Zero), Runs.Start);
}
