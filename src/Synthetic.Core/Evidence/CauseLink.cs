namespace Synthetic.Core.Evidence;

/// <summary>One link of the chain from a change of the document back to the input that caused it, as an instrumented run saw it.</summary>
public sealed record CauseLink
{
    /// <summary>The kind of the first link back from an input: the input itself.</summary>
    public const string Input = "input";

    /// <summary>The kind of a request that was sent.</summary>
    public const string Request = "request";

    /// <summary>The kind of a message that came over a connection that is no request.</summary>
    public const string Message = "message";

    /// <summary>The kind of a timer that ran out.</summary>
    public const string Timer = "timer";

    /// <summary>The kind of a transition or an animation that ended.</summary>
    public const string Transition = "transition";

    /// <summary>
    /// <c>input</c>, <c>request</c>, what went on from it (<c>headers</c>, <c>body</c>, <c>failure</c>), <c>message</c>, <c>timer</c>, <c>frame</c>,
    /// <c>idle</c>, <c>task</c>, <c>observer</c>, <c>database</c>, <c>load</c>, <c>transition</c> or <c>view-transition</c>.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>When its task began, or the request was sent, in milliseconds on the instrumented run's own clock.</summary>
    public double AtMs { get; init; }

    /// <summary>How many rounds of a loop it stands for.</summary>
    public int Count { get; init; } = 1;

    /// <summary>A request's method; a message's transport. Absent for others.</summary>
    public string? Method { get; init; }

    /// <summary>The address of a request, or of the connection that a message came over; absent for others.</summary>
    public string? Url { get; init; }

    /// <summary>Which of the requests of its method and address since the input it is, from 1; absent for others.</summary>
    public int? Nth { get; init; }

    /// <summary>A timer's delay in milliseconds; absent for others.</summary>
    public double? DelayMs { get; init; }

    /// <summary>When a timer was set, on the clock of <see cref="AtMs"/>; absent for others.</summary>
    public double? SetMs { get; init; }
}
