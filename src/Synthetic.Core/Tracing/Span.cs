using System.Diagnostics;
using Synthetic.Core.Secrets;

namespace Synthetic.Core.Tracing;

/// <summary>A stretch of a run, as tracing systems know one.</summary>
public sealed record Span
{
    /// <summary>16 hexadecimal digits, unique in its trace.</summary>
    public required string Id { get; init; }

    /// <summary>The span that it is a part of; <c>null</c> for the run's own.</summary>
    public string? ParentId { get; init; }

    /// <summary>What it was, in words that do not change from run to run.</summary>
    public required string Name { get; init; }

    /// <summary>Client for requests, internal for everything else.</summary>
    public ActivityKind Kind { get; init; } = ActivityKind.Internal;

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>When it ended, UTC; never before its start.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>What is known of it: texts, lists of texts, whole numbers, other numbers and truths, by names of the semantic conventions or below <c>synthetic.</c></summary>
    public IReadOnlyList<KeyValuePair<string, object>> Attributes { get; init; } = [];

    /// <summary>What happened in it.</summary>
    public IReadOnlyList<SpanEvent> Events { get; init; } = [];

    /// <summary>Spans of other traces that belong to it.</summary>
    public IReadOnlyList<ActivityContext> Links { get; init; } = [];

    /// <summary>What failed; <c>null</c> where nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>The same without secrets.</summary>
    internal Span Without(Redactor secrets) => this with
    {
        Name = secrets.Redact(Name),
        Attributes = Without(Attributes, secrets),
        Events = [.. Events.Select(one => one with { Attributes = Without(one.Attributes, secrets) })],
        Error = Error is null ? null : secrets.Redact(Error),
    };

    private static KeyValuePair<string, object>[] Without(IReadOnlyList<KeyValuePair<string, object>> attributes, Redactor secrets) =>
        [.. attributes.Select(one => KeyValuePair.Create(one.Key, one.Value switch
        {
            string text => secrets.Redact(text),
            string[] texts => texts.Select(secrets.Redact).ToArray(),
            var other => other,
        }))];
}

/// <summary>Something that happened in a span.</summary>
/// <param name="Name">What.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Attributes">What is known of it.</param>
public sealed record SpanEvent(string Name, DateTimeOffset At, IReadOnlyList<KeyValuePair<string, object>> Attributes);
