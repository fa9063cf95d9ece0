using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Tests.Alerting;

/// <summary>Records as the tests of alerting need them: numbered, a minute apart.</summary>
internal static class Runs
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static RunRecord Of(RunStatus status, int number = 0, params BudgetResult[] budgets) => new()
    {
        RunId = $"run-{number}",
        Scenario = "place-order",
        StartedAt = Start.AddMinutes(number),
        Status = status,
        Failure = status is RunStatus.Failed or RunStatus.Error
            ? new Failure("Place order", FailureKind.Timeout, "no answer within 30 s")
            : null,
        Budgets = budgets,
    };

    public static BudgetResult Inp(double actual, double limit = 200) => new("inp", "Place order", limit, actual, actual <= limit);

    /// <summary>The same run with an interaction of the step Place order.</summary>
    public static RunRecord With(this RunRecord record, double ms, Culprit? culprit) => record with
    {
        Steps =
        [
            new StepResult
            {
                Index = 0, Name = "Place order", Action = "click", Status = StepStatus.Passed,
                Interactions =
                [
                    new InteractionResult
                    {
                        Type = "pointer",
                        Inp = new InpWindow { Ms = ms, Culprit = culprit },
                        Response = new ResponseWindow { Ms = ms, Culprit = culprit },
                    },
                ],
                Requests = [new RequestResult { Id = 7, Method = "POST", Url = "https://shop.example/api/orders", Initiator = "fetch" }],
            },
        ],
    };

    public static Culprit Db(double ms) => new() { Kind = CulpritKind.Backend, Component = "db", RequestId = 7, Ms = ms };

    public static Culprit Script(double ms) => new() { Kind = CulpritKind.MainThread, Ms = ms };
}
