using Synthetic.Core.Basics;
using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Proving;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Running;

/// <summary>The proof of one step under way: its arms in turn, round after round, until they tell enough or time is up.</summary>
internal sealed class StepProof(
    Scenario scenario, RunRecord record, StepResult step, ProofPlan plan, int mayWrite, IExperiments experiments, TimeProvider time, IProgress<ProofProgress>? progress)
{
    /// <summary>Runs left out for noise, over all arms, after which the host is given up.</summary>
    private const int MostNoisy = 10;

    /// <summary>An interval this wide, in milliseconds, tells enough: a frame.</summary>
    private const double NarrowEnough = 16;

    /// <summary>How many times off a processor's rate may be.</summary>
    private const double FarOff = 1.35;

    /// <summary>The network's word for a request that was not let through.</summary>
    private const string Blocked = "BLOCKED_BY_CLIENT";

    private readonly List<ArmAtWork> _arms = [];
    private readonly SortedSet<string> _limits = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];
    private readonly List<double> _costs = [];
    private readonly long _began = time.GetTimestamp();
    private readonly IReadOnlyList<Suspect> _suspects = Suspect.In(step);
    private ReplayCounts _counts = new(0, 0, 0, 0);
    private Recording? _recording;
    private TimeSpan _limit = plan.Time;
    private bool _wroteLive;
    private int _done;

    /// <summary>What cut it short, a sentence each: unlike a limit it makes no run of it less than the step was.</summary>
    public IReadOnlyList<string> Notes => _notes;

    private bool TimeIsUp => time.GetElapsedTime(_began) >= _limit;

    /// <summary>Whether a replay wrote to a server all the same: it must not be run again.</summary>
    public bool WroteLive => _wroteLive;

    /// <summary>Requests that its live runs have sent and that may have written.</summary>
    public int Written { get; private set; }

    private bool IsOver(CancellationToken ct) => ct.IsCancellationRequested || TimeIsUp || HostIsNoisy || _wroteLive || NothingToCompareWith;

    private bool NothingToCompareWith => _arms.Exists(a => a is { Arm.Kind: ArmKind.Control, Impossible: not null });

    private bool HostIsNoisy => _arms.Sum(a => a.Noisy) >= MostNoisy;

    /// <summary>Goes through it.</summary>
    /// <returns>What was found; without arms, and with the reason as its limits, where the step can't be replayed.</returns>
    public async Task<StepReplay> GoAsync(CancellationToken ct)
    {
        var arms = new ArmPlan(step, record, scenario.Throttle?.Cpu ?? 1);
        var against = arms.Of(Suspect.Beside(step) is { } bystander ? [.. _suspects, bystander] : _suspects);
        // Baseline and control alone tell nothing: each live run would write for nobody's use.
        if (against.Count == 0)
            return Without("nothing that a replay could take away is suspected");
        if (!await RecordAsync(ct))
            return Found();
        _arms.Add(new ArmAtWork(ArmPlan.Baseline, plan.MostRuns, LiveRuns - 1));
        Add(ArmPlan.Control);
        foreach (var arm in against)
            Add(arm);
        await RoundsAsync(ct);
        if (SomebodyIsCleared())
        {
            _limit = plan.TimeToPointElsewhere;
            _arms.ForEach(a => a.Stop());
            foreach (var arm in arms.Instead().Where(a => !_arms.Exists(known => known.Arm.Name == a.Name)))
                Add(arm);
            await RoundsAsync(ct);
        }
        if (TimeIsUp && _arms.Exists(a => a.Lacks(Shift.LeastRuns)))
            _notes.Add($"{step.Name}: time was up before every arm had {Shift.LeastRuns} runs");
        if (HostIsNoisy)
            _notes.Add($"{step.Name}: the host stayed noisy; what was measured on it was left out");
        if (NothingToCompareWith)
            _notes.Add($"{step.Name}: its replay does not pass, so there is nothing to compare with");
        return Found();
    }

    /// <summary>How many runs may write as the step does.</summary>
    private int LiveRuns
    {
        get
        {
            var writes = Writes;
            return writes == 0 ? int.MaxValue : mayWrite / writes;
        }
    }

    private int Writes => step.Requests.Count(r => !RequestMethods.OnlyRead(r.Method));

    /// <summary>One live run whose answers are kept; it is the warm-up too, so its times count for nothing.</summary>
    private async Task<bool> RecordAsync(CancellationToken ct)
    {
        if (LiveRuns < 1)
        {
            _limits.Add($"{step.Name}: not replayed: a run of it writes {(Writes == 1 ? "once" : $"{Writes} times")}, and proof.maxWrites is {scenario.Proof.MaxWrites}{(mayWrite < scenario.Proof.MaxWrites ? $", of which {mayWrite} are left" : "")}");
            return false;
        }
        Report("recording");
        var trial = await experiments.RunAsync(scenario, new Experiment(step.Index, ArmPlan.Baseline, Records: true), ct);
        _done++;
        Written += Writes;
        if (StepOf(trial) is not { Status: StepStatus.Passed } || trial.Recording is null)
        {
            if (!ct.IsCancellationRequested)
                _limits.Add($"{step.Name}: not replayed: its recording failed{Why(trial)}");
            return false;
        }
        _recording = trial.Recording;
        _limits.UnionWith(trial.Recording.Limits);
        return _recording.Answers.Count == 0 || IsOver(ct) || await RehearsedAsync(ct);
    }

    /// <summary>One replay that counts for nothing: it tells what answering costs, so that it can be left out of the holds.</summary>
    private async Task<bool> RehearsedAsync(CancellationToken ct)
    {
        Report(ArmPlan.Rehearsal.Name);
        var trial = await experiments.RunAsync(scenario, new Experiment(step.Index, ArmPlan.Rehearsal, _recording), ct);
        Note(trial);
        _done++;
        // A page that takes no recorded answer would have each of many runs wait for its whole timeout.
        var passes = StepOf(trial) is { Status: StepStatus.Passed } || trial.Evidence.Ending != RunEnding.Completed;
        if (!passes)
            _limits.Add($"{step.Name}: not replayed: the page does not pass with recorded answers{Why(trial)}");
        return passes && !_wroteLive;
    }

    private void Note(Trial trial)
    {
        _counts = _counts.Plus(trial.Replay ?? new ReplayCounts(0, 0, 0, 0));
        _limits.UnionWith(trial.Limits ?? []);
        _wroteLive |= trial.WroteLive;
        // A slowed page takes its answers later, too: that is the arm's effect, not the replay's cost.
        if (trial is { ReplayCostMs: { } cost, Slowdown: null })
            _costs.Add(cost);
    }

    private async Task RoundsAsync(CancellationToken ct)
    {
        for (var round = 0; _arms.Exists(a => a.Wants) && !IsOver(ct); round++)
        {
            // Each round begins with another arm, so that what drifts during a proof drifts for all.
            ArmAtWork[] inTurn = [.. _arms.Skip(round % _arms.Count), .. _arms.Take(round % _arms.Count)];
            foreach (var arm in inTurn)
            {
                if (arm.Wants && !IsOver(ct))
                    await RunAsync(arm, ct);
            }
            if (_arms.TrueForAll(a => !a.Lacks(Shift.LeastRuns)) && (NarrowAlready() || SomebodyIsCleared()))
                return;
        }
    }

    private async Task RunAsync(ArmAtWork arm, CancellationToken ct)
    {
        Report(arm.Arm.Name);
        var live = arm.Arm.Kind == ArmKind.Baseline;
        var trial = await experiments.RunAsync(scenario, new Experiment(
            step.Index, arm.Arm, live ? null : _recording, ReplayCostMs: live || _costs.Count == 0 ? 0 : Sample.Median(_costs)), ct);
        _done++;
        Written += live ? Writes : 0;
        if (ct.IsCancellationRequested)
            return;
        Note(trial);
        var seen = Diagnosed(trial);
        if (seen.Steps.FirstOrDefault(s => s.Index == step.Index) is not { Status: StepStatus.Passed } passed)
        {
            Fail(arm, trial.Evidence.Ending == RunEnding.Broken, Why(trial));
            return;
        }
        if (arm.Arm is { Kind: ArmKind.WithoutScript } && !trial.Evidence.Exchanges.Any(x => x.Error?.Contains(Blocked, StringComparison.Ordinal) == true))
        {
            arm.Impossible = "it could not be kept from loading";
            return;
        }
        if (seen.Host?.Verdict == HostState.Noisy || !IsNearTo(arm.Arm, trial.Slowdown))
            arm.Noisy++;
        else
            arm.Runs.Add(Suspect.Measure(passed) with { Slowdown = trial.Slowdown });
    }

    /// <summary>Whether the processor was about as fast as the arm wanted it: a rate that is far off was measured beside something else.</summary>
    private static bool IsNearTo(Arm arm, double? slowdown) =>
        arm is not { CpuRate: { } rate, UsualCpuRate: { } usual } || slowdown is not { } measured
        || (measured > rate / usual / FarOff && measured < rate / usual * FarOff);

    private void Fail(ArmAtWork arm, bool ours, string why)
    {
        arm.Failed++;
        switch (arm.Arm.Kind)
        {
            // A browser that dies says nothing of the step.
            case ArmKind.ThirdPartiesBlocked or ArmKind.WithoutScript when ours && arm.Failed < 2:
                break;
            case ArmKind.ThirdPartiesBlocked:
                arm.Impossible = "the step does not pass without them; their answers were given at once instead";
                Add(ArmPlan.ThirdParties(ArmKind.ThirdPartiesAtOnce));
                break;
            case ArmKind.WithoutScript:
                arm.Impossible = "the step does not pass without it";
                break;
            default:
                if (arm.Failed > 1)
                    arm.Impossible = $"the step failed{why}";
                break;
        }
    }

    private bool SomebodyIsCleared() =>
        ProofReport.Of(new ProofEvidence { Steps = [Found()] }, [step]).Proof.Verdicts.Any(v => v is { Bystander: false, Outcome: ProofOutcome.Refuted });

    /// <summary>Whether every suspect's windows are known well enough in every arm.</summary>
    private bool NarrowAlready()
    {
        var found = Found();
        var windows = _suspects.Select(s => s.Window).Distinct().ToArray();
        return found.Arms.Select(a => ArmEffect.Of(a, found)).OfType<ArmEffect>()
            .All(e => windows.All(w => e.In(w) is not { } shift || shift.High - shift.Low <= NarrowEnough));
    }

    private StepReplay Found() => new()
    {
        Index = step.Index,
        Name = step.Name,
        Arms = [.. _arms.Where(a => a.Runs.Count > 0 || a.Impossible is not null || a.Noisy > 0).Select(a => a.ToRuns())],
        Replay = _counts,
        Limits = [.. _limits],
    };

    private StepReplay Without(string why) => new() { Index = step.Index, Name = step.Name, Limits = [$"{step.Name}: not replayed: {why}"] };

    private void Add(Arm arm) => _arms.Add(new ArmAtWork(arm, plan.MostRuns));

    // The host of the run to be proven says nothing of this one's.
    private RunRecord Diagnosed(Trial trial) => Derivation.Of(record with { Host = null }, trial.Evidence);

    private StepResult? StepOf(Trial trial) => Diagnosed(trial).Steps.FirstOrDefault(s => s.Index == step.Index);

    private static string Why(Trial trial) =>
        (trial.Evidence.Failure ?? trial.Evidence.Steps.Select(s => s.Failure).FirstOrDefault(f => f is not null)) is { } failure
            ? $": {failure.Message}"
            : "";

    private void Report(string arm) => progress?.Report(new ProofProgress(
        scenario.Name, step.Name, arm, _done, _recording is null ? 0 : 2 + _arms.Sum(a => a.Runs.Count + a.Noisy + a.Failed + a.Left)));
}

/// <summary>An arm under way.</summary>
/// <param name="arm">The arm.</param>
/// <param name="most">The runs that may count.</param>
/// <param name="tries">The runs it may have, those included that count for nothing: they write as well.</param>
internal sealed class ArmAtWork(Arm arm, int most, int tries = int.MaxValue)
{
    public Arm Arm => arm;

    public List<ArmRun> Runs { get; } = [];

    public int Noisy { get; set; }

    public int Failed { get; set; }

    public string? Impossible { get; set; }

    /// <summary>Runs still to come.</summary>
    public int Left => Impossible is null ? Math.Min(most - Runs.Count, tries - Runs.Count - Noisy - Failed) : 0;

    public bool Wants => Left > 0;

    /// <summary>It has told what it can.</summary>
    public void Stop() => most = Runs.Count;

    /// <summary>Whether it has fewer runs than that, though it could have more.</summary>
    public bool Lacks(int runs) => Wants && Runs.Count < runs;

    public ArmRuns ToRuns() => new() { Arm = arm, Runs = [.. Runs], Noisy = Noisy, Impossible = Impossible };
}
