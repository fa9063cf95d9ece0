using System.CommandLine;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;
using Synthetic.Results;
using Synthetic.Results.Notifiers;
using Synthetic.Worker.Cli.Scenarios;
using Synthetic.Worker.Hosting;

namespace Synthetic.Worker.Cli.Commands;

/// <summary><c>synthetic notify</c>: tries a notifier, and sends again what could not be delivered.</summary>
internal static class NotifyCommand
{
    public static Command Build(CommandContext context)
    {
        var name = new Argument<string>("NAME") { Description = "The notifier's name in the scenario file" };
        var test = new Option<bool>("--test") { Description = "Sends a sample alert now, and its end" };
        var again = new Option<bool>("--again") { Description = "Has the worker try again what it had given up" };
        var settings = SettingOptions.OfNotify();
        var command = new CommandWithExamples(
            "notify",
            "Tries a notifier, or shows what it could not deliver.",
            """
            Examples:
              synthetic notify ops --test       a sample alert, and its end, to the notifier ops of scenarios.json
              synthetic notify ops              the alerts for ops that were tried for an hour and given up
              synthetic notify ops --again      has the worker try them again

            Exit codes: 0 done, 2 bad usage or configuration, 3 it was not delivered, or the store is away.
            """);
        command.Add(name);
        command.Add(test);
        command.Add(again);
        settings.AddTo(command);
        command.SetAction((parsed, ct) => RunAsync(parsed, parsed.GetValue(name)!, parsed.GetValue(test), parsed.GetValue(again), settings, context, ct));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, string name, bool test, bool again, SettingOptions options, CommandContext context, CancellationToken ct)
    {
        var (settings, wrong) = options.Read(parsed, context);
        if (wrong.Count > 0)
            return context.Refuse(wrong);
        var (file, errors) = ScenarioSource.Read(settings.Config, context);
        if (errors.Count > 0)
            return context.Refuse(errors);
        if (test && again)
            return context.Refuse("--test and --again are two things: give one of them");
        if (file!.Notifiers.FirstOrDefault(one => one.Name == name) is not { Kind: not NotifierKind.Log } notifier)
            return context.Refuse($"there is no notifier \"{name}\" in {settings.Config}; known: {string.Join(", ", file.Notifiers.Select(one => one.Name))} (the log needs no delivery)");
        if (test)
            return await TestAsync(notifier, context, ct);
        return settings.Store is { } store
            ? await GivenUpAsync(notifier, again, store, settings, context, ct)
            : context.Refuse("without a store nothing that was given up is kept; name the worker's with --store");
    }

    private static async Task<int> TestAsync(Notifier notifier, CommandContext context, CancellationToken ct)
    {
        var redactor = new Redactor([.. notifier.Secrets, .. new[] { notifier.Url, notifier.Key }.OfType<Secret>()]);
        var deliver = NotifierTable.Open(notifier, redactor, context.Time)!;
        using var disposable = deliver as IDisposable;
        foreach (var alert in SampleAlert.FiringThenResolved(context.Time.GetUtcNow()))
        {
            using var deadline = new CancellationTokenSource(OutputLimits.Deadline, context.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
            try
            {
                await deliver.NotifyAsync(new OutboxMessage(notifier.Name, alert, context.Time.GetUtcNow()), either.Token);
            }
            // The boundary of the notifier: whatever it throws is the answer.
            catch (Exception error) when (!ct.IsCancellationRequested)
            {
                var why = deadline.IsCancellationRequested ? $"it took longer than {OutputLimits.Deadline.TotalSeconds:0} s" : error.Message;
                context.Say(redactor.Redact($"{notifier.Name} did not take the {alert.State.ToString().ToLowerInvariant()} sample: {why}"));
                return ExitCode.Monitor;
            }
            context.Out.WriteLine($"{notifier.Name} took: {alert.Message}");
        }
        return ExitCode.Passed;
    }

    private static async Task<int> GivenUpAsync(
        Notifier notifier, bool again, StoreAddress address, WorkerSettings settings, CommandContext context, CancellationToken ct)
    {
        try
        {
            await using var store = await ResultStore.OpenAsync(address, settings.Location, context.Time, ct);
            if (again)
            {
                context.Out.WriteLine($"{await store.GivenUp.SendAgainAsync(notifier.Name, ct)} alerts wait for the worker at {settings.Location} to try them again");
                return ExitCode.Passed;
            }
            var left = await store.GivenUp.ListAsync(notifier.Name, ct);
            foreach (var message in left)
                context.Out.WriteLine($"{message.CreatedAt:yyyy-MM-dd HH:mm:ss} UTC  {message.Alert.State.ToString().ToLowerInvariant(),-8}  {message.Alert.Message}");
            if (left.Count == 0)
                context.Say($"{notifier.Name} got everything");
            return ExitCode.Passed;
        }
        catch (StoreUnavailableException error)
        {
            context.Say(error.Message);
            return ExitCode.Monitor;
        }
    }
}
