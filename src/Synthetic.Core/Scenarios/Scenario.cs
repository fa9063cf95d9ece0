using Synthetic.Core.Secrets;

namespace Synthetic.Core.Scenarios;

/// <summary>A scripted visit to a site: valid, complete, immutable. Running it never changes it.</summary>
public sealed record Scenario
{
    /// <summary>The scenario's name, unique in its file; the join key of records, alerts and schedules.</summary>
    public required string Name { get; init; }

    /// <summary>What relative <c>goto</c> addresses resolve against; <c>null</c> where every address is absolute.</summary>
    /// <remarks><c>demo://shop</c> stands for the embedded shop and is replaced before a run.</remarks>
    public Uri? BaseUrl { get; init; }

    /// <summary>The declared steps, in order; empty where <see cref="Script"/> is set.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>The name of a C# scenario script; <c>null</c> for declared steps.</summary>
    public string? Script { get; init; }

    /// <summary>When the worker runs it; <c>null</c> for scenarios run by hand only.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>The device the browser emulates. Default: <see cref="Device.Desktop"/>.</summary>
    public Device Device { get; init; } = Device.Desktop;

    /// <summary>What the browser is told before its first page.</summary>
    public BrowserSettings Browser { get; init; } = new();

    /// <summary>Requests that are sent before the first step.</summary>
    public IReadOnlyList<HttpCall> Setup { get; init; } = [];

    /// <summary>Requests that are sent after the last step, however it ended.</summary>
    public IReadOnlyList<HttpCall> Teardown { get; init; } = [];

    /// <summary>Slower processor or network; <c>null</c> for none.</summary>
    public Throttle? Throttle { get; init; }

    /// <summary>The longest the whole run may take. Default: 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a failed run is tried again within its slot. Default: 0. Range: 0 to 5.</summary>
    public int Retries { get; init; }

    /// <summary>Limits that hold for the whole run: the worst step counts.</summary>
    public IReadOnlyList<Budget> Budgets { get; init; } = [];

    /// <summary>When its records become alerts.</summary>
    public AlertRule Alerts { get; init; } = AlertRule.Default;

    /// <summary>When its culprits are proven, and what that may cost.</summary>
    public ProofRule Proof { get; init; } = ProofRule.Default;

    /// <summary>When it may be run again to follow causes, where the order of things alone does not tell what a result waited for.</summary>
    public CauseRule Causes { get; init; } = CauseRule.ReadOnly;

    /// <summary>Which requests carry the run's trace context, where traces are exported.</summary>
    public TraceRule Trace { get; init; } = TraceRule.Default;

    /// <summary>Where a response stops being good, and where it becomes poor.</summary>
    public ResponseRating ResponseRating { get; init; } = ResponseRating.Default;

    /// <summary>Every value that came from the environment, for this scenario, another one of the file or a notifier: never to be written anywhere.</summary>
    public IReadOnlyList<Secret> Secrets { get; init; } = [];
}

/// <summary>Bounds of the response window's rating.</summary>
/// <param name="Good">A response up to this long is good. Default: 1 s (RAIL: a second keeps the flow of thought).</param>
/// <param name="Poor">A response over this is poor. Default: 2.5 s.</param>
public sealed record ResponseRating(TimeSpan Good, TimeSpan Poor)
{
    /// <summary>Good to 1 s, poor over 2.5 s.</summary>
    public static ResponseRating Default { get; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2.5));
}
