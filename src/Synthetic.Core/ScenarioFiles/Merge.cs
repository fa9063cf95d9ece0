using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>
/// Lays a scenario over the file's defaults: budgets, throttle, alerts, ratings, proof and trace key by key;
/// schedule and device as a whole, because half of one makes no sense with half of another.
/// </summary>
internal static class Merge
{
    public static IReadOnlyList<Budget> Budgets(ScenarioDefaultsConfig own, ScenarioDefaultsConfig defaults)
    {
        var mine = own.Budgets ?? [];
        return [.. (defaults.Budgets ?? []).Where(budget => mine.All(other => other.Metric != budget.Metric)), .. mine];
    }

    public static AlertRule Alerts(ScenarioDefaultsConfig own, ScenarioDefaultsConfig defaults)
    {
        var (mine, theirs, last) = (own.Alerts ?? new(), defaults.Alerts ?? new(), AlertRule.Default);
        return new AlertRule(
            mine.Failures ?? theirs.Failures ?? last.Failures,
            mine.Of ?? theirs.Of ?? last.Of,
            mine.Recoveries ?? theirs.Recoveries ?? last.Recoveries,
            mine.Repeat ?? theirs.Repeat ?? last.Repeat,
            mine.Notify ?? theirs.Notify ?? last.Notify)
        {
            NotifyMonitor = mine.NotifyMonitor ?? theirs.NotifyMonitor,
            Calm = mine.Calm ?? theirs.Calm ?? last.Calm,
        };
    }

    public static ProofRule Proof(ScenarioDefaultsConfig own, ScenarioDefaultsConfig defaults) => new(
        own.Proof?.MaxWrites ?? defaults.Proof?.MaxWrites ?? ProofRule.Default.MaxWrites,
        (own.Prove ?? defaults.Prove) == ProofRule.Breach);

    public static TraceRule Trace(ScenarioDefaultsConfig own, ScenarioDefaultsConfig defaults) => new(
        own.Trace?.Send ?? defaults.Trace?.Send ?? TraceRule.Default.Send,
        (own.Trace?.Origins ?? defaults.Trace?.Origins)?.Select(origin => new Uri(origin)).ToArray() ?? TraceRule.Default.Origins);

    public static ResponseRating Ratings(ScenarioDefaultsConfig own, ScenarioDefaultsConfig defaults)
    {
        var (mine, theirs, last) = (own.Ratings?.Response, defaults.Ratings?.Response, ResponseRating.Default);
        return new ResponseRating(mine?.Good ?? theirs?.Good ?? last.Good, mine?.Poor ?? theirs?.Poor ?? last.Poor);
    }

    public static Throttle? Throttle(ScenarioDefaultsConfig own, ScenarioDefaultsConfig defaults)
    {
        var (mine, theirs) = (own.Throttle, defaults.Throttle);
        return mine is null && theirs is null ? null : new Throttle
        {
            Cpu = mine?.Cpu ?? theirs?.Cpu,
            Latency = mine?.Latency ?? theirs?.Latency,
            DownKbps = mine?.DownKbps ?? theirs?.DownKbps,
            UpKbps = mine?.UpKbps ?? theirs?.UpKbps,
        };
    }
}
