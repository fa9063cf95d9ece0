using System.Globalization;
using Synthetic.Benchmarks.Exactness;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["exactness", .. var rest] when ExactnessOptions.Parse(rest) is { } options => await ExactnessBenchmark.RunAsync(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        Usage: dotnet run -c Release --project benchmarks/Synthetic.Benchmarks -- exactness [OPTIONS]

          --runs N        runs of each page (default 5)
          --only TEXT     only pages whose name contains it; writes no report
          --records DIR   keeps the record of every run that got something wrong
          --out FILE      where the report goes (default docs/exactness.md)
        """);
    return 2;
}
