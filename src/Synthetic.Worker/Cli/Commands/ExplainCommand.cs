using System.CommandLine;
using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Worker.Cli.Records;
using Synthetic.Worker.Terminal;
using Synthetic.Worker.Terminal.Runs;

namespace Synthetic.Worker.Cli.Commands;

/// <summary><c>synthetic explain</c>: a kept record judged again, without a browser or a network.</summary>
internal static class ExplainCommand
{
    public static Command Build(CommandContext context)
    {
        var file = new Argument<string>("RUN.json") { Description = "A run record, several of them a line each, or - for standard input" };
        var json = new Option<bool>("--json") { Description = "Prints the record anew, one a line: for the same version the same bytes" };
        var why = new Option<bool>("--why") { Description = "Says of each request that a result waited for why it is taken to have been waited for" };
        var command = new CommandWithExamples(
            "explain",
            "Derives timelines and culprits again from the evidence kept in a run record, offline.",
            """
            Examples:
              synthetic run --out records && synthetic explain records/place-order-0199….json
              ssh worker cat run.json | synthetic explain -
              synthetic explain run.json --why
              synthetic explain run.json --json | cmp - run.json    the same bytes: the verdict follows from the evidence

            Exit codes: 0 explained, 2 the file is no run record, or carries no evidence.
            """);
        command.Add(file);
        command.Add(json);
        command.Add(why);
        command.SetAction((parsed, _) => Task.FromResult(
            Run(parsed.GetRequiredValue(file), parsed.GetValue(json), parsed.GetValue(why), context)));
        return command;
    }

    private static int Run(string path, bool json, bool why, CommandContext context)
    {
        if (json && why)
            return context.Refuse("name either --json or --why, not both: a record does not hold the reasons");
        var (records, error) = KeptRecords.Read(path, context.In);
        if (error is not null)
            return context.Refuse(error);
        var printer = context.OutPrinter;
        foreach (var record in records)
        {
            var derived = Derivation.Of(record, record.Evidence!);
            if (json)
                context.Out.WriteLine(RunJson.Write(derived));
            else
                printer.Write([.. RunView.Of(derived, printer.Screen), Line.Empty, .. why ? Reasons(derived.Evidence!, printer.Screen) : []]);
        }

        return ExitCode.Passed;
    }

    private static IEnumerable<Line> Reasons(RunEvidence evidence, Screen screen) =>
        [.. PathBlock.Of(ExplainedPath.Of(evidence), screen), Line.Empty];
}
