using System.CommandLine;
using System.Globalization;
using Synthetic.Benchmarks;
using Synthetic.Benchmarks.Baselines;
using Synthetic.Benchmarks.Delivery;
using Synthetic.Benchmarks.Exactness;
using Synthetic.Benchmarks.Failures;
using Synthetic.Benchmarks.Headers;
using Synthetic.Benchmarks.Kills;
using Synthetic.Benchmarks.Performance;
using Synthetic.Benchmarks.Proof;
using Synthetic.Benchmarks.Scaling;
using Synthetic.Benchmarks.Storing;
using Synthetic.Benchmarks.Tracing;
using Synthetic.Benchmarks.Watching;
using Synthetic.Benchmarks.WebVitalsPages;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var burn = new Command(BusyPrograms.Argument) { Hidden = true };
burn.SetAction(_ => BurnForAWhile());
return await new RootCommand("How exact we are, and how right our proofs are.")
{
    BenchmarkCommand.Build(
        "exactness", "Runs every page of the matrix and holds the records against the truth.", rounds: 5, "docs/exactness.md", ExactnessBenchmark.RunAsync),
    BenchmarkCommand.Build(
        "proof", "Proves each fault of the shop, takes it away, and compares.", rounds: 3, "docs/proof.md", ProofBenchmark.RunAsync),
    BenchmarkCommand.Build(
        "headers", "Answers a click with each of the Server-Timing headers that systems in use send.", rounds: 3, "docs/server-timing-headers.md", HeadersBenchmark.RunAsync),
    BenchmarkCommand.Build(
        "failures", "Goes wrong in each way that there is, and writes down what a person is told.", rounds: 1, "docs/failures.md", FailuresCommand.RunAsync),
    BenchmarkCommand.Build(
        "watching", "Runs a light and a heavy page in pairs, driven bare and watched, and compares.", rounds: 200, "docs/watching.md", WatchingBenchmark.RunAsync),
    BenchmarkCommand.Build(
        "watching-limits", "The same for pages with 50,000 elements, 10,000 changes a second, 2,000 requests, 200 frames.", rounds: 20, "docs/watching-limits.md", LimitsBenchmark.RunAsync),
    BenchmarkCommand.Build(
        "baselines", "Runs the detector of changes over months of generated series.", rounds: 50, "docs/baselines.md", BaselinesBenchmark.RunAsync),
    BenchmarkCommand.Build(
        "tracing", "Fetches with and without a trace context, given in each way there is; prints a table.", rounds: 20, "-", TracingBenchmark.RunAsync),
    WebVitalsCommand.Build(),
    KillsCommand.Build(),
    DeliveryCommand.Build(),
    StoringCommand.Build(),
    PerformanceCommand.Build(),
    ScaleCommand.Build(),
    ScaleStoreCommand.Build(),
    IdleWorker.Build(),
    burn,
}.Parse(args).InvokeAsync();

// Started by the benchmark itself, and killed by it; should it die first, this ends by itself.
static int BurnForAWhile()
{
    var begun = TimeProvider.System.GetTimestamp();
    while (TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromMinutes(10))
    {
        Thread.SpinWait(10_000);
    }
    return 0;
}
