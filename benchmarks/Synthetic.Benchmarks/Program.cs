using System.Globalization;
using Synthetic.Benchmarks.Exactness;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["exactness", .. var rest] when ExactnessOptions.Parse(rest) is { } options => await ExactnessBenchmark.RunAsync(options),
    [UnderLoad.Burn] => BurnForAMinute(),
    _ => Usage(),
};

// Started by the benchmark itself, and killed by it; should it die first, this ends by itself.
static int BurnForAMinute()
{
    var begun = TimeProvider.System.GetTimestamp();
    while (TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromMinutes(1))
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
          --only TEXT     only pages whose name contains it; writes no report
          --records DIR   keeps the record of every run that got something wrong; with --only, of every run
          --out FILE      where the report goes (default docs/exactness.md)
        """);
    return 2;
}
