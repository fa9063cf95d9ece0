using System.Text.Json.Serialization;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Records;

/// <summary>One interaction and its two windows.</summary>
public sealed record InteractionResult
{
    /// <summary>The browser's interaction id; 0 where the browser gave none.</summary>
    public long Id { get; init; }

    /// <summary><c>pointer</c> or <c>keyboard</c>.</summary>
    public required string Type { get; init; }

    /// <summary>A selector-like name of the element that got the input.</summary>
    public string? Target { get; init; }

    /// <summary>What its times were taken from.</summary>
    public InteractionSource Source { get; init; }

    /// <summary>What is known of an input to which nothing in the page reacted, a person's included; absent where something did, or where that could not be told.</summary>
    public LostInput? Lost { get; init; }

    /// <summary>Input to next paint; absent where its page was gone before anything of it was measured.</summary>
    public InpWindow? Inp { get; init; }

    /// <summary>Input to the paint that shows the result; <c>null</c> where no result can be told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ResponseWindow? Response { get; init; }

    /// <summary>The windows that it has.</summary>
    [JsonIgnore]
    public IEnumerable<Window> Windows => new Window?[] { Inp, Response }.OfType<Window>();

    /// <summary>The window of one sort; <c>null</c> where it has none.</summary>
    /// <param name="kind">Which sort.</param>
    public Window? In(WindowKind kind) => Windows.FirstOrDefault(window => window.Kind == kind);

    /// <summary>The same with other culprits.</summary>
    /// <param name="culprit">Says whom a window's own culprit becomes.</param>
    public InteractionResult WithCulprits(Func<Window, Culprit?> culprit) => this with
    {
        Inp = Inp is null ? null : Inp with { Culprit = culprit(Inp) },
        Response = Response is null ? null : Response with { Culprit = culprit(Response) },
    };
}

/// <summary>What an interaction's times were taken from.</summary>
public enum InteractionSource
{
    /// <summary>The browser's Event Timing entries.</summary>
    EventTiming,
    /// <summary>The probe's own listeners: a lower bound.</summary>
    Estimated,
}
