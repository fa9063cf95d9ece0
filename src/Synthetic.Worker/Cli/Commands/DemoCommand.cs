using System.CommandLine;
using Synthetic.Core.Scenarios;
using Synthetic.Shop;
using Synthetic.Worker.Cli.Runs;
using Synthetic.Worker.Cli.Scenarios;

namespace Synthetic.Worker.Cli.Commands;

/// <summary><c>synthetic demo</c>: a shop to watch, faults included.</summary>
internal static class DemoCommand
{
    public static Command Build(CommandContext context)
    {
        var once = new Option<bool>("--once") { Description = "Runs once and exits, instead of every 10 s until Ctrl+C" };
        var faults = new Option<string[]>("--fault") { HelpName = "K=V", Description = "Breaks the shop in one way; may be given several times" };
        var options = new RunOptions();
        var command = new CommandWithExamples(
            "demo",
            "Starts a small shop on a free port of this machine and watches somebody buy something in it.",
            $"""
            Examples:
              synthetic demo --once                              a healthy shop
              synthetic demo --once --fault db=400               the database takes 400 ms: INP stays good, the wait does not
              synthetic demo --once --fault db=400 --fault sync=1    the same in a synchronous request: now INP pays
              synthetic demo --once --fault db=400 --prove       replays the order without the database: what that really saves
              synthetic demo --fault handler=300                 a heavy click handler, every 10 s until Ctrl+C
              synthetic demo --once --config scenarios.json      your own scenarios; demo://shop is the shop's address

            Faults: {Wrapped(FaultSet.Keys)}
            Where there is no browser the first demo installs one, and says so.
            Exit codes: as for synthetic run.
            """);
        command.Add(once);
        command.Add(faults);
        options.AddTo(command);
        command.SetAction((parsed, ct) => RunAsync(
            parsed, options, parsed.GetValue(once), parsed.GetValue(faults) ?? [], context, ct));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, RunOptions options, bool once, string[] pairs, CommandContext context, CancellationToken ct)
    {
        var (request, wrong) = options.Read(parsed, context);
        List<string> errors = [.. wrong];
        if (!FaultSet.TryParse(pairs, out var faults, out var faultErrors))
            errors.AddRange(faultErrors.Split('\n'));
        if (!once && (request.Json || request.Out is not null || request.JUnit is not null || request.Repeat > 1 || request.Prove))
            errors.Add("--json, --out, --junit, --repeat and --prove belong to a demo that ends: add --once");
        if (errors.Count > 0)
            return context.Refuse(errors);
        IReadOnlyList<Scenario> scenarios = [DemoScenario.PlaceOrder];
        if (options.Settings.Given(parsed, "--config"))
        {
            var (file, unreadable) = ScenarioSource.Read(request.Settings.Config, context);
            if (unreadable.Count > 0)
                return context.Refuse(unreadable);
            scenarios = file!.Scenarios;
        }

        request = request with { MayInstall = true };
        return once
            ? await new RunByHand(request, context).RunAsync(scenarios, faults, ct)
            : await new ScheduledRun(context).DemoAsync(request, scenarios, faults, ct);
    }

    private static string Wrapped(IReadOnlyList<string> keys) =>
        string.Join(",\n        ", keys.Chunk(9).Select(line => string.Join(", ", line)));
}
