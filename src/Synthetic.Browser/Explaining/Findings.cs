namespace Synthetic.Browser.Explaining;

/// <summary>What was found on the page after a step had failed. It is filled while the page is asked: what came in time is there.</summary>
internal sealed class Findings
{
    /// <summary>What the locator in question finds; <c>null</c> where there is none, or nothing was answered.</summary>
    public Matches? Matches { get; set; }

    /// <summary>The page itself.</summary>
    public PageLook? Page { get; set; }

    /// <summary>The documents in its frames.</summary>
    public IReadOnlyList<FrameLook> Frames { get; set; } = [];

    /// <summary>The element in whose closed shadow root there is what was looked for; <c>null</c> where none is known.</summary>
    public string? ClosedRoot { get; set; }

    /// <summary>Whether anything on the page changed since the step began; <c>null</c> where that is not known.</summary>
    public bool? Changed { get; set; }
}

/// <summary>A frame's document.</summary>
/// <param name="Frame">How the frame is found: <c>iframe#pay</c>.</param>
/// <param name="Look">What it shows and has.</param>
/// <param name="Matches">Whether the locator in question finds something there.</param>
internal sealed record FrameLook(string Frame, PageLook Look, bool Matches);
