using System.CommandLine;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Cli.Runs;
using Synthetic.Worker.Cli.Scenarios;
using Synthetic.Worker.Telemetry;

namespace Synthetic.Worker.Cli.Commands;

/// <summary><c>synthetic worker</c>: every scenario on its schedule. It is what the program does where no command is named.</summary>
internal static class WorkerCommand
{
    public static Command Build(CommandContext context)
    {
        var command = new CommandWithExamples(
            "worker",
            "Runs every scenario on its schedule until SIGTERM or Ctrl+C. This is the default command.",
            """
            Examples:
              synthetic worker                                  every scenario of scenarios.json on its schedule
              synthetic worker --config /etc/synthetic/shop.json --location berlin
              SYNTHETIC_CONCURRENCY=2 synthetic | jq 'select(.event == "alert")'

            One JSON object a line on standard output, or text on a terminal. A signal stops gracefully: runs that are
            under way may end (--grace), each slot gets its record. A second signal cancels them.
            Exit codes: 0 stopped as asked, 2 bad usage or configuration, 3 no browser.
            """);
        return MakeDefault(command, context);
    }

    /// <summary>Gives a command the worker's options and action.</summary>
    public static Command MakeDefault(Command command, CommandContext context)
    {
        var settings = SettingOptions.OfWorker();
        settings.AddTo(command);
        command.SetAction((parsed, ct) => RunAsync(parsed, settings, context, ct));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, SettingOptions options, CommandContext context, CancellationToken ct)
    {
        var (settings, wrong) = options.Read(parsed, context);
        var (otlp, wrongOtlp) = OtlpSettings.Read(context.Variable);
        if (wrong.Count + wrongOtlp.Count > 0)
            return context.Refuse([.. wrong, .. wrongOtlp]);
        settings = settings with { Otlp = otlp };
        var (file, errors) = ScenarioSource.Read(settings.Config, context);
        if (errors.Count > 0)
            return context.Refuse(errors);
        IReadOnlyList<Scenario> scheduled = [.. file!.Scenarios.Where(scenario => scenario.Schedule is not null)];
        return scheduled.Count == 0
            ? context.Refuse($"{settings.Config}: no scenario has a schedule, so there is nothing to wait for; synthetic run runs them now")
            : await new ScheduledRun(context).WorkAsync(settings, scheduled, file, ct);
    }
}
