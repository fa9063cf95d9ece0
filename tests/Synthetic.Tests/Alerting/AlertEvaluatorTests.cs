using Synthetic.Core.Alerting;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

using static Synthetic.Tests.Alerting.Runs;

namespace Synthetic.Tests.Alerting;

public sealed class AlertEvaluatorTests
{
    private AlertState _state = AlertState.Empty;
    private AlertRule _rule = AlertRule.Default;
    private int _number;

    [SetUp]
    public void Forget()
    {
        _state = AlertState.Empty;
        _rule = AlertRule.Default;
        _number = 0;
    }

    [Test]
    public void TwoBadRunsOfThreeFireAndTwoGoodOnesInARowResolve()
    {
        Assert.That(After(Of(RunStatus.Failed)), Is.Empty);
        Assert.That(After(Of(RunStatus.Passed)), Is.Empty);
        var fired = After(Of(RunStatus.Failed)).Single();
        Assert.That(After(Of(RunStatus.Passed)), Is.Empty);
        var resolved = After(Of(RunStatus.Passed)).Single();

        Assert.That((fired.State, fired.Severity, fired.Metric, fired.Step), Is.EqualTo((AlertEvent.Firing, AlertSeverity.Critical, "status", "Place order")));
        Assert.That((fired.StartsAt, fired.EndsAt), Is.EqualTo((Start, (DateTimeOffset?)null)), "the first bad run among those that count");
        Assert.That((resolved.State, resolved.Fingerprint, resolved.EndsAt), Is.EqualTo((AlertEvent.Resolved, fired.Fingerprint, (DateTimeOffset?)Start.AddMinutes(5))));
        AfterAll([.. Enumerable.Repeat(RunStatus.Passed, 10)]);
        Assert.That(_state.Conditions, Is.Empty, "nothing is remembered of what is over for long");
    }

    [Test]
    public void AMistakeInTheScenarioIsNoFailureOfTheTarget()
    {
        var mistaken = Of(RunStatus.Failed) with { Failure = new("Place order", FailureKind.Scenario, "2 elements match") };
        After(mistaken);
        var fired = After(mistaken).Single();
        After(Of(RunStatus.Passed));
        var resolved = After(Of(RunStatus.Passed)).Single();

        Assert.That((fired.Metric, fired.Severity, fired.Group, fired.ConcernsMonitor), Is.EqualTo(("scenario", AlertSeverity.Warning, (string?)null, true)));
        Assert.That(fired.Message, Is.EqualTo("place-order / Place order: the scenario is wrong, not its target: 2 elements match"));
        Assert.That((resolved.State, resolved.Message), Is.EqualTo((AlertEvent.Resolved, "place-order can be run as it is written again after 4 min")));
    }

    [Test]
    public void AMistakeInTheScenarioNeitherEndsNorFeedsAnAlertOfTheTarget()
    {
        var mistaken = Of(RunStatus.Failed) with { Failure = new("Place order", FailureKind.Scenario, "2 elements match") };
        Assert.That(AfterAll(RunStatus.Failed, RunStatus.Failed), Has.Count.EqualTo(1));
        Assert.That(After(mistaken), Is.Empty);
        Assert.That(After(mistaken).Select(alert => (alert.Metric, alert.State)), Is.EqualTo(new[] { ("scenario", AlertEvent.Firing) }));
    }

    [Test]
    public void ABadRunAmongGoodOnesStartsTheCountToRecoveryAfresh()
    {
        AfterAll(RunStatus.Failed, RunStatus.Failed, RunStatus.Passed, RunStatus.Failed);
        Assert.That(After(Of(RunStatus.Passed)), Is.Empty);
        Assert.That(After(Of(RunStatus.Passed)).Single().State, Is.EqualTo(AlertEvent.Resolved));
    }

    [Test]
    public void WhatMadeOneAlertDoesNotMakeTheNext()
    {
        AfterAll(RunStatus.Failed, RunStatus.Failed, RunStatus.Passed, RunStatus.Passed);
        Assert.That(After(Of(RunStatus.Failed)), Is.Empty);
    }

    [Test]
    public void ACaseThatChangesInAComponentsNameIsNoOtherCulprit()
    {
        RunRecord Slow(string component) => Of(RunStatus.Degraded, 0, Inp(480)).With(480, Db(350) with { Component = component });
        After(Slow("DB"));
        var fired = After(Slow("DB")).Single();
        Assert.That(After(Slow("db")), Is.Empty);
        Assert.That(fired.Group, Is.EqualTo("backend:db@shop.example"));
    }

    [Test]
    public void ABrokenMonitorIsAnotherAlertAndSaysNothingAboutTheTarget()
    {
        var fired = AfterAll(RunStatus.Failed, RunStatus.Error, RunStatus.Error).Single();
        Assert.That((fired.Metric, fired.Severity), Is.EqualTo(("monitor", AlertSeverity.Warning)));
        Assert.That(After(Of(RunStatus.Failed)).Single().Metric, Is.EqualTo("status"), "the errors between were not judged");
    }

    [TestCase(RunStatus.Aborted)]
    [TestCase(RunStatus.Missed)]
    public void ARunThatWasNotRunJudgesNothingOfTheTarget(RunStatus status)
    {
        AfterAll(RunStatus.Failed, status, status, status);
        Assert.That(After(Of(RunStatus.Failed)).Single(alert => alert.Metric == "status").State, Is.EqualTo(AlertEvent.Firing));
    }

    [Test]
    public void ANoisyMachineJudgesNoBudgetButTheTargetWorks()
    {
        After(Of(RunStatus.Degraded, 0, Inp(480)));
        Assert.That(After(Of(RunStatus.Inconclusive, 0, Inp(480))), Is.Empty);
        Assert.That(After(Of(RunStatus.Degraded, 0, Inp(480))).Single().Metric, Is.EqualTo("inp"));

        AfterAll(RunStatus.Failed, RunStatus.Failed, RunStatus.Inconclusive);
        Assert.That(After(Of(RunStatus.Inconclusive)).Single().State, Is.EqualTo(AlertEvent.Resolved));
    }

    [Test]
    public void ABudgetThatFiresIsNeitherResolvedNorCountedByANoisyMachine()
    {
        _rule = _rule with { Failures = 1, Of = 1, Recoveries = 2 };
        After(Of(RunStatus.Degraded, 0, Inp(480)));
        Assert.That(After(Of(RunStatus.Passed, 0, Inp(100))), Is.Empty);
        Assert.That(After(Of(RunStatus.Inconclusive, 0, Inp(480))), Is.Empty, "it does not start the count to recovery afresh");
        Assert.That(After(Of(RunStatus.Passed, 0, Inp(100))).Single().State, Is.EqualTo(AlertEvent.Resolved));
    }

    [Test]
    public void AFailureOnANoisyMachineAlertsAndItsBudgetsDoNot()
    {
        _rule = _rule with { Failures = 1, Of = 1 };
        var noisy = new HostState { Verdict = HostState.Noisy };
        Assert.That(After(Of(RunStatus.Failed, 0, Inp(480)) with { Host = noisy }).Single().Metric, Is.EqualTo("status"));
    }

    [Test]
    public void AFailedRunJudgesOnlyTheBudgetsThatHaveAValue()
    {
        var unknown = new BudgetResult("response", "Place order", 1000, null, null);
        _rule = _rule with { Failures = 1, Of = 1 };
        var metrics = After(Of(RunStatus.Failed, 0, Inp(300), unknown)).Select(alert => alert.Metric);
        Assert.That(metrics, Is.EquivalentTo(Listed("inp", "status")));
    }

    [TestCase(399, AlertSeverity.Warning)]
    [TestCase(400, AlertSeverity.Critical)]
    public void TwiceTheLimitIsCritical(double actual, AlertSeverity severity)
    {
        _rule = _rule with { Failures = 1, Of = 1 };
        Assert.That(After(Of(RunStatus.Degraded, 0, Inp(actual))).Single().Severity, Is.EqualTo(severity));
    }

    [Test]
    public void EachLocationHasItsOwnFingerprint()
    {
        _rule = _rule with { Failures = 1, Of = 1 };
        var berlin = After(Of(RunStatus.Failed) with { Location = "berlin" }).Single();
        Forget();
        _rule = _rule with { Failures = 1, Of = 1 };
        var tokyo = After(Of(RunStatus.Failed) with { Location = "tokyo" }).Single();
        Assert.That((berlin.Location, tokyo.Location), Is.EqualTo(("berlin", "tokyo")));
        Assert.That(berlin.Fingerprint, Is.Not.EqualTo(tokyo.Fingerprint));
    }

    [Test]
    public void AnotherCulpritIsSaidUnderTheSameFingerprint()
    {
        _rule = _rule with { Failures = 1, Of = 1 };
        var fired = After(Of(RunStatus.Degraded, 0, Inp(480)).With(480, Db(350))).Single();
        Assert.That(After(Of(RunStatus.Degraded, 0, Inp(490)).With(490, Db(360))), Is.Empty, "only more of the same");
        var updated = After(Of(RunStatus.Degraded, 0, Inp(500)).With(500, Script(400))).Single();

        Assert.That(fired.Group, Is.EqualTo("backend:db@shop.example"));
        Assert.That((updated.State, updated.Fingerprint, updated.Group), Is.EqualTo((AlertEvent.Updated, fired.Fingerprint, (string?)null)));
        Assert.That(After(Of(RunStatus.Degraded, 0, Inp(500)).With(500, null)), Is.Empty, "not knowing is no news");
    }

    [Test]
    public void WhatStillFiresIsSaidAgainAfterAWhile()
    {
        _rule = _rule with { Repeat = TimeSpan.FromMinutes(3) };
        AfterAll(RunStatus.Failed, RunStatus.Failed, RunStatus.Failed, RunStatus.Failed);
        var again = After(Of(RunStatus.Failed)).Single();
        Assert.That((again.State, again.Repeated), Is.EqualTo((AlertEvent.Firing, 1)));
        AfterAll(RunStatus.Missed, RunStatus.Missed);
        Assert.That(After(Of(RunStatus.Missed)).Single(alert => alert.Metric == "status").Repeated, Is.EqualTo(2), "time passes without runs too");
    }

    [TestCase(RunStatus.Missed, RunStatus.Missed)]
    [TestCase(RunStatus.Aborted, RunStatus.Missed)]
    public void AScenarioThatIsNotRunForTwoIntervalsIsAnAlertOfTheMonitor(RunStatus first, RunStatus second)
    {
        _rule = _rule with { Failures = 5, Of = 5 };
        Assert.That(AfterAll(RunStatus.Passed, first), Is.Empty);
        var fired = After(Of(second)).Single();
        Assert.That((fired.Metric, fired.Severity, fired.Group, fired.ConcernsMonitor), Is.EqualTo(("heartbeat", AlertSeverity.Warning, "monitor:worker@local", true)));
        Assert.That(fired.Message, Is.EqualTo("place-order is not run: two slots in a row passed without a run"));
        Assert.That(After(Of(RunStatus.Failed)).Single().Message, Is.EqualTo("place-order is run again after 3 min"), "whatever came of it");
    }

    [Test]
    public void ARunInAMaintenanceWindowIsNoNewsAtAll()
    {
        _rule = _rule with { Failures = 1, Of = 1, Recoveries = 1 };
        foreach (var status in new[] { RunStatus.Failed, RunStatus.Error, RunStatus.Missed, RunStatus.Missed })
            Assert.That(After(Of(status) with { Maintenance = "backup" }), Is.Empty);
        After(Of(RunStatus.Failed));
        Assert.That(After(Of(RunStatus.Passed) with { Maintenance = "backup" }), Is.Empty, "nor does it end one");
        Assert.That(After(Of(RunStatus.Passed)).Single().State, Is.EqualTo(AlertEvent.Resolved));
    }

    [Test]
    public void WhatComesAndGoesIsSaidSoOnceAndThenTakesMoreToEnd()
    {
        _rule = _rule with { Failures = 1, Of = 1, Recoveries = 1 };
        var told = AfterAll([.. Enumerable.Repeat(new[] { RunStatus.Failed, RunStatus.Passed }, 20).SelectMany(turn => turn)]);
        Assert.That(told.Select(alert => (alert.State, alert.Flapping)), Is.EqualTo(new[]
        {
            (AlertEvent.Firing, false), (AlertEvent.Resolved, false), (AlertEvent.Firing, false), (AlertEvent.Resolved, false), (AlertEvent.Firing, true),
        }));
        Assert.That(told[^1].Message, Does.EndWith("; it comes and goes: from now on it ends after 4 good runs in a row"));
        var ended = AfterAll([.. Enumerable.Repeat(RunStatus.Passed, 4)]);
        Assert.That(ended.Single().State, Is.EqualTo(AlertEvent.Resolved));

        AfterAll([.. Enumerable.Repeat(RunStatus.Passed, 10)]);
        Assert.That(After(Of(RunStatus.Failed)).Single().Flapping, Is.False, "it was well for long");
    }

    [Test]
    public void ABudgetTakenOutOfTheScenarioFiresNoLonger()
    {
        _rule = _rule with { Failures = 1, Of = 1 };
        After(Of(RunStatus.Degraded, 0, Inp(480)));
        Assert.That(After(Of(RunStatus.Passed)).Single().Message, Is.EqualTo("place-order / Place order: INP has no limit any more"));
        Assert.That(_state.Conditions, Is.Empty);
    }

    [Test]
    public void AStateSurvivesBeingStored()
    {
        AfterAll(RunStatus.Failed, RunStatus.Failed);
        var text = AlertJson.Write(_state);
        Assert.That(AlertJson.Write(AlertJson.ReadState(text)), Is.EqualTo(text));
    }

    private IReadOnlyList<Alert> AfterAll(params RunStatus[] statuses) =>
        [.. statuses.SelectMany(status => After(Of(status)))];

    private IReadOnlyList<Alert> After(RunRecord record)
    {
        var run = record with { RunId = $"run-{_number}", StartedAt = Start.AddMinutes(_number) };
        _number++;
        (_state, var events) = AlertEvaluator.Evaluate(_rule, _state, run, Start.AddMinutes(_number));
        return events;
    }

    private static T[] Listed<T>(params T[] items) => items;
}
