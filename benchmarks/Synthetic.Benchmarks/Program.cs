using System.Globalization;
using Synthetic.Benchmarks.Exactness;
using Synthetic.Benchmarks.Proof;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["exactness", .. var rest] when ExactnessOptions.Parse(rest) is { } options => await ExactnessBenchmark.RunAsync(options),
    ["proof", .. var rest] when ProofOptions.Parse(rest) is { } options => await ProofBenchmark.RunAsync(options),
    [UnderLoad.Burn] => BurnForAWhile(),
    _ => Usage(),
};

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

static int Usage()
{
    Console.Error.WriteLine(
        """
        Usage: dotnet run -c Release --project benchmarks/Synthetic.Benchmarks -- exactness [OPTIONS]

          --runs N        runs of each page (default 5)
          --every N      only each Nth page: a quick look, and the report says so
          --only TEXT     only pages whose name contains it; writes no report
          --records DIR   keeps the record of every run that got something wrong; with --only, of every run
          --out FILE      where the report goes (default docs/exactness.md)

               dotnet run -c Release --project benchmarks/Synthetic.Benchmarks -- proof [OPTIONS]

          --rounds N      proofs of each fault (default 3)
          --only TEXT     only faults that contain it; writes nothing
          --records DIR   keeps the proven records
          --out FILE      the document that gets the table (default docs/proof.md)
        """);
    return 2;
}
