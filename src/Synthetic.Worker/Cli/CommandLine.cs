using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Synthetic.Worker.Cli.Commands;

namespace Synthetic.Worker.Cli;

/// <summary>The program's commands.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CommandContext context, CancellationToken ct = default)
    {
        var parsed = Build(context).Parse(args, new ParserConfiguration
        {
            EnablePosixBundling = false,
            ResponseFileTokenReplacer = null,
        });
        var helping = parsed.Action is HelpWithExamples || parsed.GetResult("--version") is OptionResult { Implicit: false };
        if (!helping && UsageErrors.Of(parsed) is { Count: > 0 } errors)
        {
            return context.Refuse([.. errors, $"See: {PathOf(parsed.CommandResult.Command)} --help"]);
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = context.Out,
                Error = context.Error,
                EnableDefaultExceptionHandler = false,
                // Signals are each command's own affair: a run hands in its record before it goes.
                ProcessTerminationTimeout = null,
            },
            ct);
    }

    private static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : "synthetic";

    private static Command Build(CommandContext context)
    {
        var root = new CommandWithExamples(
            "synthetic",
            "Watches web pages like a user, and names who makes them slow: the database, the network, the script, the layout.",
            """
            Examples:
              synthetic demo --once --fault db=400      see a slow database caught red-handed, without any setup
              synthetic run                             run every scenario of scenarios.json now
              synthetic                                 run them on their schedules (the same as: synthetic worker)

            Exit codes: 0 all passed, 1 a scenario failed or broke a budget, 2 bad usage or configuration,
            3 the monitor itself broke or could not judge.
            """);
        var help = new HelpOption();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        root.Add(help);
        root.Add(new VersionOption());
        WorkerCommand.MakeDefault(root, context);
        foreach (var command in Commands(context))
            root.Add(command);
        return root;
    }

    private static IEnumerable<Command> Commands(CommandContext context) =>
    [
        WorkerCommand.Build(context),
        RunCommand.Build(context),
        DemoCommand.Build(context),
        ValidateCommand.Build(context),
        ExplainCommand.Build(context),
        ServerTimingCommand.Build(context),
        InspectCommand.Build(context),
        NotifyCommand.Build(context),
        BrowserCommand.Build(context),
    ];
}
