using System.Text.Json.Serialization;

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

    /// <summary>Input to next paint.</summary>
    public InpWindow? Inp { get; init; }

    /// <summary>Input to the paint that shows the result; <c>null</c> where no result can be told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ResponseWindow? Response { get; init; }
}

/// <summary>What an interaction's times were taken from.</summary>
public enum InteractionSource
{
    /// <summary>The browser's Event Timing entries.</summary>
    EventTiming,
    /// <summary>The probe's own listeners: a lower bound.</summary>
    Estimated,
}
