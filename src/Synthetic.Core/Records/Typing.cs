namespace Synthetic.Core.Records;

/// <summary>What a step typed, as one: its keys are interactions for the browser, each with an INP of its own, and one of them brought the result.</summary>
public sealed record Typing
{
    /// <summary>Its keys, in the order of the step's interactions: those of type <c>keyboard</c>.</summary>
    public required int Keys { get; init; }

    /// <summary>What was typed; absent where that is a secret or went into a password field.</summary>
    public string? Text { get; init; }

    /// <summary>The key with the longest INP; absent where none is longer than what the browser does not time.</summary>
    public TypedKey? Slowest { get; init; }

    /// <summary>The key that the response belongs to; absent where the step has none.</summary>
    public TypedKey? Answered { get; init; }

    /// <summary>The same in words: <c>type "abc", slowest key b (2 of 3)</c>.</summary>
    public string Say()
    {
        var what = Text is null ? $"type {Keys} keys" : $"type \"{Text}\"";
        var slowest = Slowest is null ? ", no key slow" : $", slowest key {Say(Slowest)}";
        return $"{what}{slowest}{(Answered is null ? "" : $", answered key {Say(Answered)}")}";
    }

    private string Say(TypedKey key) => $"{(key.Key is null ? "" : $"{key.Key} ")}({key.Number} of {Keys})";
}

/// <summary>One key of what was typed.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Interaction">Its place among the step's interactions, from 0.</param>
/// <param name="Key">What it typed; absent where that is not known, or not to be said.</param>
/// <param name="Ms">Its INP or its response, in milliseconds.</param>
public sealed record TypedKey(int Number, int Interaction, string? Key, double Ms);
