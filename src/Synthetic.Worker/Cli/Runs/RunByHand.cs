using Synthetic.Browser.Finding;
using Synthetic.Core.Proving.Trials;
using Synthetic.Core.Records;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;
using Synthetic.Shop;
using Synthetic.Worker.Cli.Scenarios;
using Synthetic.Worker.Terminal.Progress;

namespace Synthetic.Worker.Cli.Runs;

/// <summary>Runs scenarios one after the other and hands every record out. It needs no host: a fresh process must be quick.</summary>
internal sealed class RunByHand(RunRequest request, CommandContext context)
{
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<Scenario> scenarios, FaultSet faults, CancellationToken ct)
    {
        if (scenarios.Count == 0)
            return context.Refuse($"{request.Settings.Config} has no scenarios");
        if (request.BaseUrl is { } url)
            scenarios = [.. scenarios.Select(scenario => scenario with { BaseUrl = url })];
        if (request.Causes is { } causes)
            scenarios = [.. scenarios.Select(scenario => scenario with { Causes = causes })];
        using var interruption = new Interruption(ct);
        try
        {
            var output = RunOutput.Open(request, context);
            await RunAllAsync(scenarios, faults, output, interruption.Token);
            var code = output.Finish();
            if (!interruption.Token.IsCancellationRequested || code != ExitCode.Passed)
                return code;
            context.Say("stopped before everything was run");
            return ExitCode.Monitor;
        }
        catch (BrowserUnavailableException error)
        {
            context.Say(error.Message);
            return ExitCode.Monitor;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            context.Say("stopped before anything was run");
            return ExitCode.Monitor;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            context.Say($"cannot write: {error.Message}");
            return ExitCode.Monitor;
        }
    }

    private void SayThrew(Scenario scenario, Exception error) => context.Say(new Redactor(scenario.Secrets).Redact(error.ToString()));

    private async Task RunAllAsync(IReadOnlyList<Scenario> scenarios, FaultSet faults, RunOutput output, CancellationToken ct)
    {
        // The shop starts while the browser is looked for.
        await using var shop = new DemoShop(faults, context.Time);
        var resolving = shop.ResolveAsync(scenarios, ct);
        try
        {
            await using var evidence = await context.Evidence.OpenAsync(
                request.Settings, request.Headed, request.MayInstall, context.Say, ct);
            var runner = new ScenarioRunner(evidence.Source, context.Time, request.Settings.Location, SayThrew);
            var watch = new StepWatch(context.ErrorPrinter);
            foreach (var scenario in await resolving)
            {
                for (var n = 0; n < request.Repeat && !ct.IsCancellationRequested; n++)
                {
                    var record = await watch.WatchAsync(scenario, steps => runner.RunAsync(scenario, RunSlot.Manual, steps, ct));
                    output.Take(evidence.Experiments is { } experiments ? await MoreAsync(scenario, record, experiments, ct) : record);
                }
            }
        }
        finally
        {
            await ((Task)resolving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A bug in the second run must not cost the first one its record.</summary>
    private async Task<RunRecord> FollowAsync(Scenario scenario, RunRecord record, IExperiments experiments, CancellationToken ct)
    {
        try
        {
            return await new CauseFinder(experiments, context.Time).FollowAsync(scenario, record, ct);
        }
        catch (Exception error)
        {
            if (error is not OperationCanceledException || !ct.IsCancellationRequested)
                SayThrew(scenario, error);
            return record;
        }
    }

    /// <summary>What further runs tell of one.</summary>
    private async Task<RunRecord> MoreAsync(Scenario scenario, RunRecord record, IExperiments experiments, CancellationToken ct)
    {
        if (CauseFinder.IsWorthwhile(scenario, record))
        {
            context.Say($"{scenario.Name}: followed by a run that is not measured, to see what caused the result");
            record = await FollowAsync(scenario, record, experiments, ct);
        }
        return request.Prove
            ? await new ProofWatch(context.ErrorPrinter).WatchAsync(
                progress => new Prover(experiments, context.Time).ProveAsync(scenario, record, ProofPlan.After(record.DurationMs), progress, ct))
            : record;
    }
}
