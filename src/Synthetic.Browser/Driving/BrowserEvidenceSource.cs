using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Playwright;
using Synthetic.Browser.Finding;
using Synthetic.Browser.Pooling;
using Synthetic.Browser.Replaying;
using Synthetic.Browser.Scripting;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Browser.Driving;

/// <summary>Runs scenarios in a real browser: the pool's, in a fresh context each.</summary>
/// <param name="pool">Where browsers come from.</param>
/// <param name="scripts">The scenarios written in C#.</param>
/// <param name="time">The driver's clock: it bounds steps and measures nothing.</param>
/// <param name="traces">Whether requests to a scenario's own origins carry a trace context; those of experiments never do. Default: no.</param>
public sealed class BrowserEvidenceSource(BrowserPool pool, ScriptCatalogue scripts, TimeProvider time, bool traces = false) : IEvidenceSource, IExperiments
{
    // What a page says may hold numbers that JSON has none for; the diagnosis puts those right, later.
    private static readonly JsonSerializerOptions AnyNumber = new(RunJson.Options)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <inheritdoc />
    public Task<RunEvidence> CollectAsync(Scenario scenario, IProgress<StepProgress>? progress, CancellationToken ct) =>
        CollectAsync(scenario, null, progress, ct);

    /// <inheritdoc />
    public async Task<Trial> RunAsync(Scenario scenario, Experiment experiment, CancellationToken ct)
    {
        var step = new StepExperiment(experiment, scenario, time);
        var evidence = await CollectAsync(scenario, step, null, ct);
        return new Trial(evidence, step.Recording, step.Replay, step.Limits, step.WroteLive)
        {
            LiveWrites = step.LiveWrites,
            ReplayCostMs = step.ReplayCostMs,
            Slowdown = step.Slowdown,
        };
    }

    private async Task<RunEvidence> CollectAsync(
        Scenario scenario, StepExperiment? experiment, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        try
        {
            await using var lease = await pool.RentAsync(p => ContextOptions.For(scenario, p), ct);
            return Redacted(scenario, await RunAsync(scenario, lease, experiment, progress, ct));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return EvidenceOf.Stopped(scenario);
        }
        catch (BrowserUnavailableException e)
        {
            return Redacted(scenario, EvidenceOf.Broken(scenario, e.Message));
        }
        // What the target does is caught where its steps are run: what gets here is the browser's own trouble.
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return Redacted(scenario, EvidenceOf.Broken(scenario, $"the browser failed outside of any step: {Text.FirstLine(e.Message)}"));
        }
    }

    private async Task<RunEvidence> RunAsync(
        Scenario scenario, BrowserLease lease, StepExperiment? experiment, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        var touch = ContextOptions.For(scenario, lease.Playwright).HasTouch ?? false;
        var session = await RunSession.OpenAsync(scenario, lease, touch, experiment, traces && experiment is null, time, progress, ct).WaitAsync(scenario.Timeout, time, ct);
        var ending = RunEnding.Completed;
        Failure? failure = null;
        using var watch = lease.WatchHost();
        try
        {
            if (scenario.Script is { } name)
                failure = await ScriptRun.GoAsync(scripts.Create(name), scenario, session.Page, session.StepAsync, time, ct);
            else
                failure = await new DeclaredSteps(scenario, session, RunStart.Variables(time), ct).RunAsync();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            ending = RunEnding.Aborted;
        }
        var host = watch?.End();
        // A page's process that crashes is the target's doing; a browser that dies is ours.
        if (lease.BrowserDied && ending == RunEnding.Completed)
            ending = RunEnding.Broken;
        return (await session.GatherAsync(ending, failure, $"Chromium {lease.Context.Browser?.Version}")) with { Host = host };
    }

    /// <summary>No secret gets past here: everything derived, written and shown comes from this evidence.</summary>
    private static RunEvidence Redacted(Scenario scenario, RunEvidence evidence)
    {
        var json = JsonSerializer.Serialize(evidence, AnyNumber);
        var clean = new Redactor(scenario.Secrets).RedactJson(json);
        return ReferenceEquals(clean, json) ? evidence : JsonSerializer.Deserialize<RunEvidence>(clean, AnyNumber)!;
    }
}
