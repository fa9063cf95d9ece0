namespace Synthetic.Core.Records;

/// <summary>What one function, called in one way, cost the main thread in a step's frames over 50 ms. Without any name: style, layout and paint.</summary>
public sealed record MainThreadEntry
{
    /// <summary>The script's address.</summary>
    public string? Url { get; init; }

    /// <summary>The function's name.</summary>
    public string? Function { get; init; }

    /// <summary>Who called it: <c>BUTTON#buy.onclick</c>, <c>TimerHandler:setTimeout</c>.</summary>
    public string? Invoker { get; init; }

    /// <summary>The request whose answer it worked on; absent for work that belongs to none.</summary>
    public int? RequestId { get; init; }

    /// <summary>How often it ran.</summary>
    public int Count { get; init; }

    /// <summary>Its time, waiting in synchronous requests and dialogs left out, in milliseconds.</summary>
    public double Ms { get; init; }

    /// <summary>Of that, style and layout that it forced, in milliseconds.</summary>
    public double ForcedLayoutMs { get; init; }

    /// <summary>Its part of the time in which input would have had to wait, in milliseconds.</summary>
    public double BlockingMs { get; init; }
}
