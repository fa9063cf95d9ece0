using System.Diagnostics;
using System.Reflection;
using Synthetic.Benchmarks.Exactness.Cases;
using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.Benchmarks.Exactness;

/// <summary>Runs with a broken budget beside a busy program on every processor: what a worker would have made of them.</summary>
/// <param name="Runs">How many.</param>
/// <param name="Noisy">Of them, how many records say that the host was noisy.</param>
/// <param name="Inconclusive">How many left the budget unjudged.</param>
/// <param name="Alerts">How many alerts came of it.</param>
internal sealed record UnderLoad(int Runs, int Noisy, int Inconclusive, int Alerts)
{
    /// <summary>The argument that makes this program a busy one.</summary>
    public const string Burn = "burn";

    /// <summary>A limit that no run of the page can keep, in milliseconds.</summary>
    private const double Unkept = 100;

    public static async Task<UnderLoad> MeasureAsync(CaseRunner runner, int runs)
    {
        Process[] burners = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Start())];
        try
        {
            var page = MatrixCases.Named("fetch: db");
            var rule = AlertRule.Default with { Failures = 1, Of = 1 };
            var (state, alerts, records) = (AlertState.Empty, 0, new List<RunRecord>());
            for (var i = 0; i < runs; i++)
            {
                var record = (await runner.RunAsync(page, new Budget("response", Unkept))).Record;
                var verdict = AlertEvaluator.Evaluate(rule, state, record, record.StartedAt);
                (state, alerts) = (verdict.State, alerts + verdict.Events.Count);
                records.Add(record);
            }
            return new UnderLoad(
                runs, records.Count(r => r.Host?.Verdict == HostState.Noisy), records.Count(r => r.Status == RunStatus.Inconclusive), alerts);
        }
        finally
        {
            foreach (var burner in burners)
            {
                burner.Kill();
                burner.Dispose();
            }
        }
    }

    private static Process Start()
    {
        var program = Environment.ProcessPath!;
        string[] arguments = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetExecutingAssembly().Location, Burn] : [Burn];
        return Process.Start(program, arguments);
    }
}
