namespace Synthetic.Core.Scenarios;

/// <summary>What the page must show after a step. Everything given must hold; the last to hold ends the response.</summary>
public sealed record Expectation
{
    /// <summary>An element that must be visible.</summary>
    public Locator? Visible { get; init; }

    /// <summary>An element that must not be visible.</summary>
    public Locator? Hidden { get; init; }

    /// <summary>A text that the page must show somewhere.</summary>
    public string? Text { get; init; }

    /// <summary>A glob that the page's address must match; relative ones are matched against the base address.</summary>
    public string? Url { get; init; }

    /// <summary>A text that the page's title must contain.</summary>
    public string? Title { get; init; }

    /// <summary>Whether the response ends only where what moves or fades in has come to rest. Default: no, with the first paint that shows it.</summary>
    public bool Settled { get; init; }
}
