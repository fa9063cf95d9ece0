using Microsoft.Playwright;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Observing;
using Synthetic.Core.Evidence;
using Synthetic.Core.Proving.Replaying;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Browser.Replaying;

/// <summary>Carries out an experiment on one step of a session; the steps before it run as usual.</summary>
internal sealed class StepExperiment(Experiment experiment, Scenario scenario, TimeProvider time)
{
    private readonly Redactor _redactor = new(scenario.Secrets);
    private readonly ReplayLimits _limits = new();
    private Recorder? _recorder;
    private Replayer? _replayer;
    private int _writesBefore;

    /// <summary>The answers of the step; <c>null</c> until it has ended, and where they are not to be kept.</summary>
    public Recording? Recording { get; private set; }

    /// <summary>How the replay went, where there was one.</summary>
    public ReplayCounts? Replay => _replayer?.Counts;

    /// <summary>What replaying added to an answer's time, in milliseconds; <c>null</c> where none tells.</summary>
    public double? ReplayCostMs => _replayer?.CostMs;

    /// <summary>How many times longer work took than before; <c>null</c> where the processor's speed was left alone.</summary>
    public double? Slowdown { get; private set; }

    /// <summary>What could not be replayed as it was.</summary>
    public IReadOnlyList<string> Limits => _limits.ToList();

    /// <summary>How many requests of the step that may write went to a server: in a replayed step, those that got past the replay.</summary>
    public int LiveWrites { get; private set; }

    /// <summary>Whether a replayed step wrote to a server all the same.</summary>
    public bool WroteLive => _replayer is not null && LiveWrites > 0;

    /// <summary>Whether the pages' probes follow what caused what.</summary>
    public bool FollowsCauses => experiment.FollowsCauses;

    /// <summary>Whether it is about this step.</summary>
    public bool IsAbout(Step step) => step.Index == experiment.Step;

    /// <summary>Before the page loads anything: sockets and windows are seen from the beginning, and scripts that are to be blocked are never requested.</summary>
    public async Task OpenAsync(IPage page, ICDPSession session)
    {
        _limits.Listen(page);
        if (experiment.Arm is { Kind: ArmKind.WithoutScript, Removed: { } script })
        {
            await session.SendAsync("Network.enable");
            // A secret in the address is masked here too; the wildcard matches it.
            await session.SendAsync("Network.setBlockedURLs", new Dictionary<string, object> { ["urls"] = new[] { script.Replace("***", "*", StringComparison.Ordinal) } });
        }
    }

    /// <summary>The step begins next.</summary>
    public async Task BeginAsync(IPage page, NetworkLog network)
    {
        _limits.BeginStep(page);
        _writesBefore = network.Writes;
        if (experiment.Records)
            _recorder = new Recorder(page, network, _redactor, time);
        var session = await page.Context.NewCDPSessionAsync(page);
        if (experiment.Replayed is { } recording)
        {
            _replayer = new Replayer(recording, experiment.Arm, TimeSpan.FromMilliseconds(experiment.ReplayCostMs), time);
            await _replayer.AttachAsync(session);
            foreach (var frame in page.Frames.Where(f => f != page.MainFrame))
                await AttachAsync(_replayer, page.Context, frame);
        }
        if (experiment.Arm is { Kind: ArmKind.Processor, CpuRate: { } rate })
            Slowdown = await ProcessorSpeed.ChangeAsync(page, session, rate);
    }

    /// <summary>The step is over, or was broken off: counts what it wrote.</summary>
    public void CountWrites(NetworkLog network) =>
        LiveWrites = Math.Max(0, network.Writes - _writesBefore - (_replayer?.Writes ?? 0));

    /// <summary>The step is over: gathers what is known of it.</summary>
    public async Task EndAsync(NetworkLog network, double originEpochMs)
    {
        _limits.EndStep();
        if (network.StreamsEvents)
            _limits.Add("an event stream was open: what it brings is live in every run");
        if (_recorder is not null)
            Recording = await _recorder.EndAsync(originEpochMs, Limits);
        if (_replayer is null)
            return;
        foreach (var unmatched in _replayer.Unmatched)
            _limits.Add($"{Text.Bounded(_redactor.Redact(unmatched))}: no answer was recorded for it");
        if (WroteLive)
            _limits.Add("a request that writes got past the replay, from another window or a service worker: nothing further was run");
    }

    /// <summary>Intercepts a frame of another site, which has a process and a session of its own; the other frames belong to the page's session.</summary>
    private static async Task AttachAsync(Replayer replayer, IBrowserContext context, IFrame frame)
    {
        try
        {
            await replayer.AttachAsync(await context.NewCDPSessionAsync(frame));
        }
        catch (PlaywrightException)
        {
            // It has no session of its own, or it has gone.
        }
    }
}
