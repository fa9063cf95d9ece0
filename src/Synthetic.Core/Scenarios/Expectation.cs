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

    /// <summary>The iframe that must show <see cref="Text"/>; <c>null</c> for the page itself.</summary>
    public Locator? Frame { get; init; }

    /// <summary>A glob that the page's address must match; relative ones are matched against the base address.</summary>
    public string? Url { get; init; }

    /// <summary>A text that the page's title must contain.</summary>
    public string? Title { get; init; }

    /// <summary>What elements must be like.</summary>
    public IReadOnlyList<ExpectedState> States { get; init; } = [];

    /// <summary>A response that must have come during the step; <c>null</c> for none.</summary>
    public ExpectedResponse? Response { get; init; }

    /// <summary>Whether the page must have logged no error during the step.</summary>
    public bool CleanConsole { get; init; }

    /// <summary>Whether the response ends only where what moves or fades in has come to rest. Default: no, with the first paint that shows it.</summary>
    public bool Settled { get; init; }
}

/// <summary>What an element, or how many, must be like.</summary>
/// <param name="Kind">What is looked at.</param>
/// <param name="Of">The element.</param>
/// <param name="Is">What it must be: a value, or the number for <see cref="ExpectedStateKind.Count"/>; empty where the kind says all.</param>
/// <param name="Attribute">The attribute's name, for <see cref="ExpectedStateKind.Attribute"/>; <c>null</c> otherwise.</param>
public sealed record ExpectedState(ExpectedStateKind Kind, Locator Of, string Is = "", string? Attribute = null)
{
    /// <summary>For messages, to follow "expected": <c>the value of #total to be "3"</c>.</summary>
    public override string ToString() => Kind switch
    {
        ExpectedStateKind.Value => $"the value of {Of} to be \"{Is}\"",
        ExpectedStateKind.Count => $"{Is} of {Of}",
        ExpectedStateKind.Attribute => $"{Attribute} of {Of} to be \"{Is}\"",
        ExpectedStateKind.Enabled => $"{Of} to be enabled",
        ExpectedStateKind.Disabled => $"{Of} to be disabled",
    };
}

/// <summary>What of an element is looked at. The names in a file are these, in camelCase.</summary>
public enum ExpectedStateKind
{
    /// <summary>A field's value.</summary>
    Value,
    /// <summary>How many elements match.</summary>
    Count,
    /// <summary>An attribute's value.</summary>
    Attribute,
    /// <summary>That it can be used.</summary>
    Enabled,
    /// <summary>That it can't be used.</summary>
    Disabled,
}

/// <summary>A response that a step must bring.</summary>
/// <param name="Url">A glob of its address; relative ones are matched against the base address.</param>
/// <param name="Status">Its HTTP status; <c>null</c> for any below 400.</param>
public sealed record ExpectedResponse(string Url, int? Status);
