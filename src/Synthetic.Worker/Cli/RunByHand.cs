using Synthetic.Browser.Finding;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Shop;
using Synthetic.Worker.Terminal;

namespace Synthetic.Worker.Cli;

/// <summary>Runs scenarios one after the other and hands every record out. It needs no host: a fresh process must be quick.</summary>
internal sealed class RunByHand(RunRequest request, Surroundings surroundings)
{
    /// <returns>The exit code.</returns>
    internal async Task<int> RunAsync(IReadOnlyList<Scenario> scenarios, FaultSet faults, CancellationToken ct)
    {
        if (scenarios.Count == 0)
            return surroundings.Refuse($"{request.Settings.Config} has no scenarios");
        if (request.BaseUrl is { } url)
            scenarios = [.. scenarios.Select(scenario => scenario with { BaseUrl = url })];
        using var interruption = new Interruption(ct);
        try
        {
            var output = RunOutput.Open(request, surroundings);
            await RunAllAsync(scenarios, faults, output, interruption.Token);
            var code = output.Finish();
            if (!interruption.Token.IsCancellationRequested || code != ExitCode.Passed)
                return code;
            surroundings.Say("stopped before everything was run");
            return ExitCode.Monitor;
        }
        catch (BrowserUnavailableException error)
        {
            surroundings.Say(error.Message);
            return ExitCode.Monitor;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            surroundings.Say("stopped before anything was run");
            return ExitCode.Monitor;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            surroundings.Say($"cannot write: {error.Message}");
            return ExitCode.Monitor;
        }
    }

    private async Task RunAllAsync(IReadOnlyList<Scenario> scenarios, FaultSet faults, RunOutput output, CancellationToken ct)
    {
        // The shop starts while the browser is looked for.
        await using var shop = new DemoShop(faults, surroundings.Time);
        var resolving = shop.ResolveAsync(scenarios, ct);
        try
        {
            await using var evidence = await surroundings.Evidence.OpenAsync(
                request.Settings, request.Headed, request.MayInstall, surroundings.Say, ct);
            var runner = new ScenarioRunner(evidence.Source, surroundings.Time, request.Settings.Location);
            var watch = new StepWatch(surroundings.ErrorPrinter);
            foreach (var scenario in await resolving)
            {
                for (var n = 0; n < request.Repeat && !ct.IsCancellationRequested; n++)
                {
                    var record = await watch.WatchAsync(scenario, steps => runner.RunAsync(scenario, RunSlot.Manual, steps, ct));
                    output.Take(request.Prove && evidence.Experiments is { } experiments
                        ? await new ProofWatch(surroundings.ErrorPrinter).WatchAsync(
                            progress => new Prover(experiments, surroundings.Time).ProveAsync(scenario, record, ProofPlan.After(record.DurationMs), progress, ct))
                        : record);
                }
            }
        }
        finally
        {
            await ((Task)resolving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
