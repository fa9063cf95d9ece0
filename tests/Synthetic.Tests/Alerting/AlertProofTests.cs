using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Scenarios;

using static Synthetic.Tests.Alerting.Runs;

namespace Synthetic.Tests.Alerting;

public sealed class AlertProofTests
{
    private const string Confirmed = "proven: without db: INP 480 → 130 ms (340 to 360 ms less, 95 %)";
    private const string Cleared = "refuted: without db: INP 480 → 470 ms (5 to 15 ms less, 95 %), where 350 ms were to be expected; without transit: INP 480 → 150 ms";

    private static readonly Culprit Transit = new() { Kind = CulpritKind.Network, Component = "transit", Ms = 330, Confidence = Confidence.Proven };
    private static readonly BudgetResult Response = new("response", "Place order", 200, 480, false);
    private static readonly BudgetResult Database = new("server.db", null, 200, 350, false);

    private AlertState _state = AlertState.Empty;
    private AlertRule _rule = new(1, 1, 1, TimeSpan.Zero, []);
    private IReadOnlyList<Alert> _fired = [];
    private int _number;

    [SetUp]
    public void Forget() => (_state, _rule, _number) = (AlertState.Empty, new AlertRule(1, 1, 1, TimeSpan.Zero, []), 0);

    [Test]
    public void AProofIsSaidAsAnUpdateOfTheSameAlert()
    {
        var fired = After(Slow(Inp(480)))[0];
        var updated = Proven(Slow(Inp(480)), Db(350) with { Confidence = Confidence.Proven }, Verdict(Confirmed)).Single();

        Assert.That(updated with { State = fired.State, Culprit = fired.Culprit, Proof = null, Message = fired.Message }, Is.EqualTo(fired));
        Assert.That((updated.State, updated.Culprit!.Confidence, updated.Proof!.Outcome), Is.EqualTo((AlertEvent.Updated, Confidence.Proven, ProofOutcome.Proven)));
        Assert.That(updated.Culprit.Evidence[0], Is.EqualTo(Confirmed));
        Assert.That(updated.Message, Is.EqualTo($"place-order / Place order: INP 480 ms over 200 ms; db took 350 ms of it; {Confirmed}"));
    }

    [Test]
    public void WhomAProofPointsToIsBlamedAndNamesTheGroup()
    {
        After(Slow(Inp(480)));
        var updated = Refuted(Transit).Single();
        Assert.That((updated.Culprit, updated.Group), Is.EqualTo((Transit, (string?)null)));
        Assert.That(updated.Message, Is.EqualTo($"place-order / Place order: INP 480 ms over 200 ms; network transit took 330 ms of it; {Cleared}"));
    }

    [Test]
    public void AComponentThatAProofPointsToIsThatOfTheHostThatReportsIt()
    {
        After(Slow(Inp(480)));
        var cache = Transit with { Kind = CulpritKind.Backend, Component = "cache" };
        var run = Slow(Inp(480)).With(480, cache);
        var request = run.Steps[0].Requests[0];
        run = run with
        {
            Steps =
            [
                run.Steps[0] with
                {
                    Requests = [request with { Id = 1, Url = "https://cdn.example/a.js" }, request with { Id = 2, ServerTiming = [new("cache", 330)] }],
                },
            ],
        };
        Assert.That(Told(run, Verdict(Cleared, ProofOutcome.Refuted)).Single().Group, Is.EqualTo("backend:cache@shop.example"));
    }

    [Test]
    public void WhomTheRunsStillBlameAfterAProofIsNoNews()
    {
        After(Slow(Inp(480)));
        Proven(Slow(Inp(480)), Db(350) with { Confidence = Confidence.Proven }, Verdict(Confirmed));
        Assert.That(After(Slow(Inp(490))), Is.Empty);
    }

    [Test]
    public void NeitherWhomItClearedNorWhomItFoundIsNewsLater()
    {
        After(Slow(Inp(480)));
        Refuted(Transit);
        Assert.That(After(Slow(Inp(490))), Is.Empty, "the rules infer what they inferred before");
        Assert.That(After(Slow(Inp(490)).With(490, Transit with { Confidence = Confidence.Inferred })), Is.Empty, "the proof has said so already");
        Assert.That(After(Slow(Inp(490))), Is.Empty);
    }

    [Test]
    public void SomebodyElseIsNewsAndTheProofWasNotAboutHim()
    {
        After(Slow(Inp(480)));
        Refuted(Transit);
        var updated = After(Slow(Inp(490)).With(490, Script(400))).Single();
        Assert.That((updated.State, updated.Culprit!.Kind, updated.Proof), Is.EqualTo((AlertEvent.Updated, CulpritKind.MainThread, (ProofVerdict?)null)));
        Assert.That(_state.Conditions.Single().Proof, Is.Null);
    }

    [Test]
    public void WhatIsSaidAgainKeepsItsProofAndTellsTheLatestValue()
    {
        After(Slow(Inp(480)));
        Proven(Slow(Inp(480)), Db(350) with { Confidence = Confidence.Proven }, Verdict(Confirmed));
        _rule = _rule with { Repeat = TimeSpan.FromMinutes(1) };
        for (var again = 1; again <= 2; again++)
        {
            var repeated = After(Slow(Inp(500)).With(500, Db(370))).Single();
            Assert.That((repeated.State, repeated.Repeated, repeated.Proof?.Text), Is.EqualTo((AlertEvent.Firing, again, Confirmed)));
            Assert.That((repeated.Culprit!.Ms, repeated.Culprit.Confidence), Is.EqualTo((370, Confidence.Proven)));
            Assert.That(repeated.Message, Is.EqualTo($"place-order / Place order: INP 500 ms over 200 ms; db took 370 ms of it; {Confirmed} (still, for {again + 1} min)"));
        }
    }

    [Test]
    public void WhatIsSaidAgainWhileTheRunsBlameWhomTheProofFoundStaysComparedWithWhomTheyBlamedFirst()
    {
        After(Slow(Inp(480)));
        Refuted(Transit);
        _rule = _rule with { Repeat = TimeSpan.FromMinutes(1) };
        Assert.That(After(Slow(Inp(490)).With(490, Transit)).Single().Repeated, Is.EqualTo(1));
        _rule = _rule with { Repeat = TimeSpan.Zero };
        Assert.That(After(Slow(Inp(490))), Is.Empty);
    }

    [Test]
    public void WhatIsOverSaysWhatWasProvenOfIt()
    {
        After(Slow(Inp(480)));
        Refuted(Transit);
        var resolved = After(Of(RunStatus.Passed, 0, Inp(48))).Single();
        Assert.That((resolved.State, resolved.Culprit, resolved.Proof?.Text), Is.EqualTo((AlertEvent.Resolved, Transit, Cleared)));
        Assert.That(resolved.Message, Does.EndWith("back to 48 ms, within 200 ms, after 2 min"));
        Assert.That(_state.Conditions.Select(condition => condition.Latest), Is.All.Null);
        Assert.That(After(Slow(Inp(480))).Single().Proof, Is.Null, "the next time is another time");
    }

    [Test]
    public void EachMetricTakesTheVerdictOfItsOwnWindow()
    {
        After(Slow(Inp(480), Response, Database));
        var updated = Told(Slow(Inp(480), Response, Database), Verdict("inp's"), Verdict("response's") with { Window = WindowKind.Response });
        Assert.That(updated.Select(alert => (alert.Metric, alert.Proof!.Text)),
            Is.EquivalentTo(Listed(("inp", "inp's"), ("response", "response's"), ("server.db", "response's"))));
    }

    [Test]
    public void AServersBudgetWithoutAResponseToJudgeTakesTheVerdictOfINP()
    {
        var run = Slow(Database);
        run = run with { Steps = [run.Steps[0] with { Interactions = [run.Steps[0].Interactions[0] with { Response = null }] }] };
        Assert.That(After(run).Single().Culprit, Is.Null);
        Assert.That(Told(run, Verdict(Confirmed)).Single().Culprit!.Component, Is.EqualTo("db"));
        Assert.That(After(run), Is.Empty);
    }

    [Test]
    public void WithoutAVerdictOnItsStepAnAlertIsNotSaidAgain()
    {
        After(Slow(Inp(480)));
        var before = AlertJson.Write(_state);
        Assert.That(Told(Slow(Inp(480)), Verdict(Confirmed) with { Step = "Add to cart" }), Is.Empty);
        Assert.That(Told(Slow(Inp(480)), Verdict(Confirmed) with { Window = WindowKind.Response }), Is.Empty);
        Assert.That(AlertJson.Write(_state), Is.EqualTo(before));
    }

    [Test]
    public void AProofSaysNothingOfWhatDidNotFireInItsRun()
    {
        var fired = After(Slow(Inp(480)));
        After(Slow(Inp(490)).With(490, Script(400)));
        (_, var events) = AlertEvaluator.Prove(_state, Latest(Slow(Inp(490))) with { Proof = new Proof { Verdicts = [Verdict(Confirmed)] } }, [], Start);
        Assert.That(events, Is.Empty, "it was told before");
        (_, events) = AlertEvaluator.Prove(_state, Slow(Inp(480)) with { RunId = "run-0", Proof = new Proof { Verdicts = [Verdict(Confirmed)] } }, fired, Start);
        Assert.That(events, Is.Empty, "a later run has changed it");
    }

    [TestCase("inp", AlertEvent.Firing, 0, true)]
    [TestCase("response", AlertEvent.Firing, 0, true)]
    [TestCase("server.db", AlertEvent.Firing, 0, true)]
    [TestCase("lcp", AlertEvent.Firing, 0, false)]
    [TestCase("status", AlertEvent.Firing, 0, false)]
    [TestCase("monitor", AlertEvent.Firing, 0, false)]
    [TestCase("inp", AlertEvent.Firing, 1, false)]
    [TestCase("inp", AlertEvent.Updated, 0, false)]
    [TestCase("inp", AlertEvent.Resolved, 0, false)]
    public void OnlyTheBeginningOfASlowInteractionIsWorthAProof(string metric, AlertEvent state, int repeated, bool worth) => Assert.That(
        AlertProof.MayConcern(After(Slow(Inp(480)))[0] with { Metric = metric, State = state, Repeated = repeated }), Is.EqualTo(worth));

    [Test]
    public void AStateWithAProofSurvivesBeingStored()
    {
        After(Slow(Inp(480)));
        Refuted(Transit);
        var text = AlertJson.Write(_state);
        var read = AlertJson.ReadState(text);
        Assert.That(text, Does.Contain("\"outcome\":\"refuted\"").And.Contain("\"window\":\"inp\""));
        Assert.That(AlertJson.Write(read), Is.EqualTo(text));
        _state = read;
        Assert.That(After(Slow(Inp(490))), Is.Empty);
    }

    private static RunRecord Slow(params BudgetResult[] budgets) => Of(RunStatus.Degraded, 0, budgets).With(480, Db(350));

    private static ProofVerdict Verdict(string text, ProofOutcome outcome = ProofOutcome.Proven) => new()
    {
        Step = "Place order",
        Window = WindowKind.Inp,
        Kind = CulpritKind.Backend,
        Component = "db",
        ClaimedMs = 350,
        SavedMs = 350,
        SavedCi95 = [340, 360],
        Outcome = outcome,
        Text = text,
    };

    /// <summary>The latest run proven, its culprit being replaced.</summary>
    private IReadOnlyList<Alert> Proven(RunRecord record, Culprit culprit, ProofVerdict verdict) =>
        Told(record.With(480, culprit with { Evidence = [verdict.Text] }), verdict);

    private IReadOnlyList<Alert> Refuted(Culprit found) => Told(Slow(Inp(480)).With(480, found), Verdict(Cleared, ProofOutcome.Refuted));

    private IReadOnlyList<Alert> Told(RunRecord proven, params ProofVerdict[] verdicts)
    {
        var run = Latest(proven) with { Proof = new Proof { Verdicts = verdicts } };
        (_state, var events) = AlertEvaluator.Prove(_state, run, _fired, Start.AddMinutes(_number));
        return events;
    }

    private RunRecord Latest(RunRecord record) => record with { RunId = $"run-{_number - 1}", StartedAt = Start.AddMinutes(_number - 1) };

    private IReadOnlyList<Alert> After(RunRecord record)
    {
        _number++;
        (_state, _fired) = AlertEvaluator.Evaluate(_rule, _state, Latest(record), Start.AddMinutes(_number));
        return _fired;
    }

    private static T[] Listed<T>(params T[] items) => items;
}
