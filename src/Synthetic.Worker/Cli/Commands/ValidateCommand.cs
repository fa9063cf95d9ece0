using System.CommandLine;
using System.Globalization;
using Synthetic.Core.ScenarioFiles;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Cli.Scenarios;
using Synthetic.Worker.Scheduling;

namespace Synthetic.Worker.Cli.Commands;

/// <summary><c>synthetic validate</c>: everything wrong with a scenario file, at once.</summary>
internal static class ValidateCommand
{
    public static Command Build(CommandContext context)
    {
        var file = new Argument<string?>("F") { Arity = ArgumentArity.ZeroOrOne, Description = "The scenario file, or - for standard input [SYNTHETIC_CONFIG; default: scenarios.json]" };
        var command = new CommandWithExamples(
            "validate",
            "Checks a scenario file: every error at once, each with its place, the limit and the actual value.",
            """
            Examples:
              synthetic validate                       scenarios.json in this folder
              synthetic validate monitoring/shop.json  another file
              generate-scenarios | synthetic validate -

            Exit codes: 0 the file is good, 2 it is not. A budget that no run would ever judge is a
            warning on standard error.
            """);
        command.Add(file);
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed.GetValue(file), context)));
        return command;
    }

    private static int Run(string? path, CommandContext context)
    {
        path ??= context.Variable("SYNTHETIC_CONFIG") is { Length: > 0 } set ? set : "scenarios.json";
        var (file, errors) = ScenarioSource.Read(path, context);
        if (errors.Count > 0)
            return context.Refuse(errors.Count == 1 ? errors : [.. errors, $"{errors.Count} errors"]);
        var steps = file!.Scenarios.Sum(scenario => scenario.Steps.Count);
        context.Out.WriteLine(
            $"OK: {Count(file.Scenarios.Count, "scenario")}, {Count(steps, "step")}, {Count(file.Notifiers.Count, "notifier")}");
        foreach (var scenario in file.Scenarios)
            context.Out.WriteLine($"  {scenario.Name}  {When(scenario, context.Time.GetUtcNow())}");
        foreach (var warning in file.Scenarios.SelectMany(BudgetWarnings.Of))
            context.Say($"warning: {warning}");
        return ExitCode.Passed;
    }

    private static string When(Scenario scenario, DateTimeOffset now)
    {
        if (scenario.Schedule is not { } schedule)
            return "by hand only";
        var plan = new SlotPlan(scenario.Name, schedule);
        return plan.NextAfter(now - plan.Delay) is { } tick
            ? $"next {(tick + plan.Delay).UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC"
            : "never again";
    }

    private static string Count(int n, string what) => n == 1 ? $"1 {what}" : $"{n} {what}s";
}
