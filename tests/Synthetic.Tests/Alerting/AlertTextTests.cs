using Synthetic.Core.Alerting;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

using static Synthetic.Tests.Alerting.Runs;

namespace Synthetic.Tests.Alerting;

/// <summary>What people and programs get to read, word for word.</summary>
public sealed class AlertTextTests
{
    private static readonly AlertRule AtOnce = new(1, 1, 1, TimeSpan.FromHours(1), []);

    [Test]
    public void ABrokenBudgetNamesTheCulprit() => Assert.That(
        Messages(Of(RunStatus.Degraded, 0, Inp(480)).With(480, Db(350))),
        Is.EqualTo(Listed("place-order / Place order: INP 480 ms over 200 ms; db took 350 ms of it")));

    [Test]
    public void ARunsBudgetTakesTheWorstStepsCulprit() => Assert.That(
        Messages(Of(RunStatus.Degraded, 0, new BudgetResult("server.db", null, 200, 350, false)).With(480, Script(300))),
        Is.EqualTo(Listed("place-order: server.db 350 ms over 200 ms; script on the main thread took 300 ms of it")));

    [Test]
    public void ALimitOverTheBaselineSaysWhereItIsFrom()
    {
        BudgetResult Response(double actual) => new("response", "Place order", 494.4, actual, actual <= 494.4) { BaselineMs = 412, Percent = 20 };
        Assert.That(
            Messages(Of(RunStatus.Degraded, 0, Response(839)).With(839, Db(800)), Of(RunStatus.Passed, 1, Response(430))),
            Is.EqualTo(Listed(
                "place-order / Place order: response 839 ms over 494 ms (baseline 412 ms + 20 %); db took 800 ms of it",
                "place-order / Place order: response back to 430 ms, within 494 ms (baseline 412 ms + 20 %), after 2 min")));
    }

    [Test]
    public void ALimitThatWouldBeTooNearTheBaselineSaysHowFarItIs() => Assert.That(
        Messages(Of(RunStatus.Degraded, 0, new BudgetResult("server.db", null, 9, 12, false) { BaselineMs = 4, Percent = 20 })),
        Is.EqualTo(Listed("place-order: server.db 12 ms over 9 ms (baseline 4 ms + 5 ms)")));

    [Test]
    public void AnAlertCarriesTheBaseline()
    {
        var run = Of(RunStatus.Degraded, 0, new BudgetResult("response", "Place order", 494.4, 839, false) { BaselineMs = 412, Percent = 20 });
        var (_, events) = AlertEvaluator.Evaluate(AtOnce, AlertState.Empty, run, Start);
        Assert.That(AlertJson.Write(events[0]), Does.Contain("\"limit\":494.4,\"baselineMs\":412,\"percent\":20,\"actual\":839"));
    }

    [Test]
    public void AScoreHasNoUnit() => Assert.That(
        Messages(Of(RunStatus.Degraded, 0, new BudgetResult("cls", null, 0.1, 0.3125, false))),
        Is.EqualTo(Listed("place-order: CLS 0.313 over 0.1")));

    [Test]
    public void ABudgetThatHoldsAgainSaysHowLongItDidNot() => Assert.That(
        Messages(Of(RunStatus.Degraded, 0, Inp(480)), Of(RunStatus.Passed, 1, Inp(48)))[1],
        Is.EqualTo("place-order / Place order: INP back to 48 ms, within 200 ms, after 2 min"));

    [Test]
    public void AFailureSaysWhereAndWhy() => Assert.That(
        Messages(Of(RunStatus.Failed), Of(RunStatus.Passed, 1)),
        Is.EqualTo(Listed("place-order / Place order failed: no answer within 30 s", "place-order works again after 2 min")));

    [Test]
    public void ABrokenMonitorDoesNotBlameTheTarget() => Assert.That(
        Messages(Of(RunStatus.Error), Of(RunStatus.Passed, 1)),
        Is.EqualTo(Listed("place-order / Place order: the monitor broke: no answer within 30 s",
            "place-order: the monitor works again after 2 min")));

    [Test]
    public void ARepeatedMessageDoesNotGrow() => Assert.That(
        Messages(Of(RunStatus.Failed), Of(RunStatus.Failed, 60), Of(RunStatus.Missed, 200))[1..],
        Is.EqualTo(Listed("place-order / Place order failed: no answer within 30 s (still, for 1 h 1 min)",
            "place-order / Place order failed: no answer within 30 s (still, for 3 h 21 min)")));

    [Test]
    public void APagesOwnTextCutsNoMessage()
    {
        var failed = Of(RunStatus.Failed) with { Failure = new Failure(null, FailureKind.Expectation, "\"a (still, for sale)\" is not there") };
        Assert.That(Messages(failed, failed with { StartedAt = Start.AddMinutes(60) })[1],
            Is.EqualTo("place-order failed: \"a (still, for sale)\" is not there (still, for 1 h 1 min)"));
    }

    [Test]
    public void AnAlertIsWrittenAsTheContractSays()
    {
        var (_, events) = AlertEvaluator.Evaluate(
            AtOnce, AlertState.Empty, Of(RunStatus.Degraded, 3, Inp(480)).With(480, Db(350)), Start);
        Assert.That(AlertJson.Write(events[0]), Is.EqualTo("""
            {"state":"firing","fingerprint":"FINGERPRINT","group":"backend:db@shop.example","severity":"critical",
            "scenario":"place-order","location":"local","step":"Place order","metric":"inp","limit":200,"actual":480,
            "culprit":{"kind":"backend","component":"db","requestId":7,"ms":350,"share":0,"confidence":"unknown","evidence":[]},
            "runId":"run-3","startsAt":"2026-01-01T12:03:00+00:00","endsAt":null,"repeated":0,
            "message":"place-order / Place order: INP 480 ms over 200 ms; db took 350 ms of it"}
            """.ReplaceLineEndings("").Replace("FINGERPRINT", events[0].Fingerprint)));
        Assert.That(events[0].Fingerprint, Does.Match("^[0-9a-f]{16}$"));
    }

    private static string[] Messages(params RunRecord[] records)
    {
        var state = AlertState.Empty;
        var messages = new List<string>();
        foreach (var record in records)
        {
            (state, var events) = AlertEvaluator.Evaluate(AtOnce, state, record, record.StartedAt.AddMinutes(1));
            messages.AddRange(events.Select(alert => alert.Message));
        }
        return [.. messages];
    }

    private static T[] Listed<T>(params T[] items) => items;
}
