using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Synthetic.Worker.Logging;

/// <summary>Something that happened.</summary>
/// <param name="Name">The event's name in the contract: <c>run</c>, <c>alert</c>, <c>worker.started</c>.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Message">A sentence for people.</param>
internal sealed record WorkerEvent(string Name, LogLevel Level, string Message)
{
    /// <summary>Writes the event's own members, flat beside the common ones.</summary>
    public Action<Utf8JsonWriter>? Fields { get; init; }

    /// <summary>Whether a line for people is due: not where another event says the same in more words.</summary>
    public bool ForPeople { get; init; } = true;

    public Exception? Exception { get; init; }
}
