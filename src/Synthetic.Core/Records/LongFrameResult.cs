namespace Synthetic.Core.Records;

/// <summary>A frame over 50 ms.</summary>
public sealed record LongFrameResult
{
    /// <summary>Start in milliseconds after the step's first input (or begin).</summary>
    public double StartMs { get; init; }

    /// <summary>Length in milliseconds.</summary>
    public double Ms { get; init; }

    /// <summary>Time in which input would have had to wait, in milliseconds.</summary>
    public double BlockingMs { get; init; }

    /// <summary>Style, layout and paint at its end, in milliseconds.</summary>
    public double RenderMs { get; init; }

    /// <summary>The scripts over 5 ms in it.</summary>
    public IReadOnlyList<LongFrameScript> Scripts { get; init; } = [];
}

/// <summary>A script in a long frame.</summary>
public sealed record LongFrameScript
{
    /// <summary>Start in milliseconds after the step's first input (or begin).</summary>
    public double StartMs { get; init; }

    /// <summary>Length in milliseconds.</summary>
    public double Ms { get; init; }

    /// <summary>Of that, style and layout forced by the script, in milliseconds.</summary>
    public double ForcedLayoutMs { get; init; }

    /// <summary>Of that, waiting in synchronous requests or dialogs, in milliseconds.</summary>
    public double PauseMs { get; init; }

    /// <summary>Who called it: <c>BUTTON#buy.onclick</c>.</summary>
    public string? Invoker { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Url { get; init; }

    /// <summary>The function's name.</summary>
    public string? Function { get; init; }
}
