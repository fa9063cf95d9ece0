using System.CommandLine;
using Synthetic.Shop;
using Synthetic.Worker.Cli.Runs;
using Synthetic.Worker.Cli.Scenarios;

namespace Synthetic.Worker.Cli.Commands;

/// <summary><c>synthetic run</c>: scenarios now, once or a few times.</summary>
internal static class RunCommand
{
    public static Command Build(CommandContext context)
    {
        var names = new Argument<string[]>("NAME") { Arity = ArgumentArity.ZeroOrMore, Description = "Which scenarios; all where none is named" };
        var options = new RunOptions();
        var command = new CommandWithExamples(
            "run",
            "Runs scenarios now, and says where the time went and who took it.",
            """
            Examples:
              synthetic run                                         every scenario of scenarios.json
              synthetic run place-order --repeat 10                 one of them ten times: median and worst
              synthetic run place-order --prove                     proves who is to blame: replays the slow step without them
              synthetic run --base-url https://staging.example.com  the same scenarios elsewhere
              synthetic run --junit results.xml --out records       for a build server: results, and records to keep
              synthetic run --json | jq .status                     for programs: one record a line

            Scenarios run one after the other, never at once: two at a time would disturb each other's times.
            Ctrl+C ends the run, and its record is still printed; a second one kills.
            Exit codes: 0 all passed, 1 a scenario failed or broke a budget, 2 bad usage or configuration,
            3 the monitor itself broke (no browser) or was stopped. A budget broken while the machine was too
            noisy to judge it is a warning, and changes no exit code.
            """);
        command.Add(names);
        options.AddTo(command);
        command.SetAction((parsed, ct) => RunAsync(parsed, names, options, context, ct));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, Argument<string[]> names, RunOptions options, CommandContext context, CancellationToken ct)
    {
        var (request, wrong) = options.Read(parsed, context);
        if (wrong.Count > 0)
            return context.Refuse(wrong);
        var (file, errors) = ScenarioSource.Read(request.Settings.Config, context);
        if (errors.Count > 0)
            return context.Refuse(errors);
        var (scenarios, unknown) = ScenarioSource.Pick(file!.Scenarios, parsed.GetValue(names) ?? []);
        if (unknown.Count > 0)
            return context.Refuse(unknown);
        return await new RunByHand(request, context).RunAsync(scenarios, FaultSet.None, ct);
    }
}
