namespace Synthetic.Core.Evidence;

/// <summary>One way to run a step again.</summary>
public sealed record Arm
{
    /// <summary>What people call it: <c>without db</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What is done.</summary>
    public required ArmKind Kind { get; init; }

    /// <summary>What it takes away, as effects name it: <c>db</c>, <c>transit</c>, an address; absent for baseline and control.</summary>
    public string? Removed { get; init; }

    /// <summary>How many times slower the processor is made, for <see cref="ArmKind.Processor"/>.</summary>
    public double? CpuRate { get; init; }

    /// <summary>How many times slower the scenario makes it anyway, for <see cref="ArmKind.Processor"/>.</summary>
    public double? UsualCpuRate { get; init; }

    /// <summary>How the server's metrics are read, for <see cref="ArmKind.WithoutComponent"/>; absent where they can be read in one way only.</summary>
    public MetricReading? Reading { get; init; }

    /// <summary>The requests it answers at once, for <see cref="ArmKind.WithoutRequests"/>.</summary>
    public IReadOnlyList<RequestKey>? Requests { get; init; }
}

/// <summary>A request of a step that is known again in another run.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Url">Its address, without fragment.</param>
/// <param name="Ordinal">Its position among the step's requests of the same method and address, from 0.</param>
public sealed record RequestKey(string Method, string Url, int Ordinal);

/// <summary>
/// What else ran while a server's component did, where the durations that it reports leave that open: they add up to more than the time they share. The
/// extremes; a component that is a part of another, or that has others as its parts, lies between them.
/// </summary>
public enum MetricReading
{
    /// <summary>All the others that may have: without the component the server is quicker by what none of them covers.</summary>
    Beside,
    /// <summary>Nothing that would stay without it: the server is quicker by all of its duration.</summary>
    Alone,
}

/// <summary>Ways to run a step again.</summary>
public enum ArmKind
{
    /// <summary>As it is, against the real servers.</summary>
    Baseline,
    /// <summary>Recorded answers, each after the time it took: what the replay itself costs.</summary>
    Control,
    /// <summary>Each answer earlier by what its server reports for one component.</summary>
    WithoutComponent,
    /// <summary>Each answer earlier by all of the wait for its first byte.</summary>
    ServerAtOnce,
    /// <summary>Each answer earlier by all that no server reports.</summary>
    NetworkAtOnce,
    /// <summary>Each answer earlier by the part of its wait that no server reports.</summary>
    WithoutTransit,
    /// <summary>Each answer earlier by what its request waited to be sent.</summary>
    WithoutQueue,
    /// <summary>Each answer earlier by the set-up of its connection.</summary>
    WithoutConnect,
    /// <summary>Each answer earlier by the time from its first byte to its last.</summary>
    WithoutDownload,
    /// <summary>Redirects answered at once.</summary>
    WithoutRedirects,
    /// <summary>Some requests answered at once, as though they had not been needed or had run beside others.</summary>
    WithoutRequests,
    /// <summary>Third parties' answers at once.</summary>
    ThirdPartiesAtOnce,
    /// <summary>Third parties' requests refused.</summary>
    ThirdPartiesBlocked,
    /// <summary>A script never loaded.</summary>
    WithoutScript,
    /// <summary>Another speed of the processor.</summary>
    Processor,
}
