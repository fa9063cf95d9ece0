using Microsoft.Extensions.Time.Testing;
using Synthetic.Core.Evidence;
using Synthetic.Core.Proving.Replaying;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Tests.Diagnosing;
using Synthetic.Tests.Proving;

namespace Synthetic.Tests.Running;

/// <summary>Runs nothing: says what each experiment would have brought, and remembers them all. Each takes a second.</summary>
/// <param name="responseOf">The response in milliseconds, by experiment and its number, from 0; the recording is the first.</param>
internal sealed class FakeExperiments(Func<Experiment, int, double> responseOf) : IExperiments
{
    private readonly List<Experiment> _seen = [];

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch);

    public IReadOnlyList<Experiment> Seen => _seen;

    public IEnumerable<string> Names => _seen.Select(e => e.Records ? "recording" : e.Arm.Name);

    /// <summary>Runs that write.</summary>
    public int Live => _seen.Count(e => e.Replayed is null);

    public Recording Recording { get; init; } = Recorded.Of(Recorded.Answer(header: "db;dur=350"));

    /// <summary>Whether a run fails, by its experiment and number.</summary>
    public Func<Experiment, int, bool> Fails { get; init; } = (_, _) => false;

    /// <summary>Whether the host was noisy during a run.</summary>
    public Func<Experiment, int, bool> Noisy { get; init; } = (_, _) => false;

    public ReplayCounts? Replay { get; init; }

    /// <summary>What a run's replayed answers came too late.</summary>
    public Func<int, double?> Cost { get; init; } = _ => null;

    /// <summary>Whether a replayed run wrote all the same.</summary>
    public Func<int, bool> WritesLive { get; init; } = _ => false;

    /// <summary>What a run sends to servers that may write.</summary>
    public Func<Experiment, int, int> LiveWrites { get; init; } = (e, _) => e.Replayed is null ? 1 : 0;

    /// <summary>What happens during a run.</summary>
    public Action<int> During { get; init; } = _ => { };

    /// <summary>The evidence of a run of so long a response.</summary>
    public Func<double, EvidenceBuilder> Evidence { get; init; } = SlowDatabase;

    /// <summary>An order whose database takes most of its response.</summary>
    public static EvidenceBuilder SlowDatabase(double response) =>
        new EvidenceBuilder().Clicks().Fetches(10, Math.Max(1, response - 50), response > 400 ? "db;dur=350, cache;dur=5" : null).Shows(response);

    public Task<Trial> RunAsync(Scenario scenario, Experiment experiment, CancellationToken ct)
    {
        var number = _seen.Count;
        _seen.Add(experiment);
        During(number);
        Time.Advance(TimeSpan.FromSeconds(1));
        var seen = Evidence(responseOf(experiment, number));
        if (Fails(experiment, number))
            seen.Step(s => s with { Status = StepStatus.Failed, Failure = new(s.Name, FailureKind.Expectation, "it never came") });
        var evidence = seen.Build() with { Host = new HostReadings { StealPercent = Noisy(experiment, number) ? 50 : 0 } };
        return Task.FromResult(new Trial(
            ct.IsCancellationRequested ? evidence with { Ending = RunEnding.Aborted } : evidence, experiment.Records ? Recording : null, Replay, WroteLive: WritesLive(number))
        {
            ReplayCostMs = Cost(number),
            LiveWrites = LiveWrites(experiment, number),
        });
    }
}
