using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Scenarios;

namespace Synthetic.Tests.Alerting;

/// <summary>What holds for every sequence of runs under every rule.</summary>
public sealed class AlertProperties
{
    private const int BudgetKeys = 4;

    private static readonly Gen<BudgetResult> SomeBudget =
        from metric in Gen.Elements("inp", "response")
        from step in Gen.Elements("one", null)
        from actual in Gen.Elements<double?>(null, 100, 300, 500)
        select new BudgetResult(metric, step, 200, actual, actual is null ? null : actual <= 200);

    private static readonly Gen<RunRecord> SomeRun =
        from status in Gen.Elements(Enum.GetValues<RunStatus>())
        from budgets in Gen.ListOf(SomeBudget)
        from culprit in Gen.Elements<Culprit?>(null, Runs.Db(350), Runs.Script(300))
        select Runs.Of(status, 0, [.. budgets]).With(480, culprit);

    private static readonly Gen<AlertRule> SomeRule =
        from failures in Gen.Choose(1, 3)
        from more in Gen.Choose(0, 3)
        from recoveries in Gen.Choose(1, 3)
        from repeat in Gen.Choose(0, 10)
        select new AlertRule(failures, failures + more, recoveries, TimeSpan.FromMinutes(repeat), []);

    private static readonly Arbitrary<(AlertRule Rule, List<RunRecord> Records)> Histories = Arb.From(
        from rule in SomeRule
        from records in Gen.ListOf(SomeRun)
        select (rule, records.ToList()));

    [Test]
    public void FiringAndResolvedTakeTurns() => Check(history =>
    {
        var open = new HashSet<string>();
        return Play(history).SelectMany(turn => turn.Events).All(alert => alert switch
        {
            { State: AlertEvent.Firing, Repeated: 0 } => open.Add(alert.Fingerprint),
            { State: AlertEvent.Resolved } => open.Remove(alert.Fingerprint),
            _ => open.Contains(alert.Fingerprint),
        });
    });

    [Test]
    public void TheStateKnowsExactlyWhatFires() => Check(history =>
    {
        var open = new HashSet<string>();
        foreach (var (state, events) in Play(history))
        {
            foreach (var alert in events)
                _ = alert.State == AlertEvent.Resolved ? open.Remove(alert.Fingerprint) : open.Add(alert.Fingerprint);
            if (!open.SetEquals(state.Conditions.Where(condition => condition.Latest is not null).Select(condition => condition.Latest!.Fingerprint)))
                return false;
        }
        return true;
    });

    [Test]
    public void TheStateStaysSmall() => Check(history => Play(history).All(turn =>
        turn.State.Conditions.Count <= BudgetKeys + 3
        && turn.State.Conditions.All(condition => condition.Recent.Count <= Math.Max(2, history.Rule.Of))));

    [Test]
    public void TheSameRunsMakeTheSameAlerts() => Check(history =>
        Play(history).Select(Text).SequenceEqual(Play(history).Select(Text)));

    [Test]
    public void AStoredStateGoesOnAsIfNothingHadHappened() => Check(history =>
        Play(history).Select(Text).SequenceEqual(Play(history, state => AlertJson.ReadState(AlertJson.Write(state))).Select(Text)));

    private static void Check(Func<(AlertRule Rule, List<RunRecord> Records), bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(100).WithQuietOnSuccess(true), Prop.ForAll(Histories, holds));

    private static string Text((AlertState State, IReadOnlyList<Alert> Events) turn) =>
        AlertJson.Write(turn.State) + string.Concat(turn.Events.Select(AlertJson.Write));

    private static IEnumerable<(AlertState State, IReadOnlyList<Alert> Events)> Play(
        (AlertRule Rule, List<RunRecord> Records) history, Func<AlertState, AlertState>? store = null)
    {
        var state = AlertState.Empty;
        var number = 0;
        foreach (var record in history.Records)
        {
            var run = record with { RunId = $"run-{number}", StartedAt = Runs.Start.AddMinutes(number) };
            var turn = AlertEvaluator.Evaluate(history.Rule, state, run, Runs.Start.AddMinutes(++number));
            state = store is null ? turn.State : store(turn.State);
            yield return turn;
        }
    }
}
