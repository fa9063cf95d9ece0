using System.CommandLine;

namespace Synthetic.Benchmarks;

/// <summary>The command line of a benchmark: all of them take the same options, one of them a further one.</summary>
internal static class BenchmarkCommand
{
    /// <summary>A benchmark's command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it measures.</param>
    /// <param name="rounds">Runs of each case where none are asked for.</param>
    /// <param name="document">The document that it writes where none is named.</param>
    /// <param name="run">Runs it; gives the exit code.</param>
    public static Command Build(string name, string description, int rounds, string document, Func<BenchmarkOptions, Task<int>> run) =>
        Build(name, description, rounds, document, [], (options, _) => run(options));

    /// <summary>A benchmark's command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it measures.</param>
    /// <param name="rounds">Runs of each case where none are asked for.</param>
    /// <param name="document">The document that it writes where none is named.</param>
    /// <param name="more">Options that no other benchmark has.</param>
    /// <param name="run">Runs it, told the values of those too; gives the exit code.</param>
    public static Command Build(
        string name, string description, int rounds, string document, IReadOnlyList<Option> more, Func<BenchmarkOptions, ParseResult, Task<int>> run)
    {
        var count = Count("--rounds", rounds, "Runs of each case");
        var every = Count("--every", 1, "Only each Nth case: a quick look");
        var only = new Option<string?>("--only") { HelpName = "TEXT", Description = "Only cases whose name contains it; writes no document" };
        var records = new Option<string?>("--records") { HelpName = "DIR", Description = "Keeps the records that tell why a case came out as it did" };
        var output = new Option<string>("--out") { HelpName = "FILE", Description = "The document that is written", DefaultValueFactory = _ => document };
        var command = new Command(name, description) { count, every, only, records, output };
        foreach (var option in more)
            command.Add(option);
        command.SetAction(parsed => run(
            new BenchmarkOptions(parsed.GetValue(count), parsed.GetValue(every), parsed.GetValue(only), parsed.GetValue(records), parsed.GetRequiredValue(output)), parsed));
        return command;
    }

    private static Option<int> Count(string name, int usual, string description)
    {
        var option = new Option<int>(name) { HelpName = "N", Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError($"{name} must be at least 1");
        });
        return option;
    }
}
