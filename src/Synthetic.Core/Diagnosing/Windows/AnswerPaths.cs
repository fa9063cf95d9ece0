using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>What was asked for, while a page waited for a message, by whoever sent it: a worker or another document.</summary>
/// <param name="documents">All documents of the run.</param>
/// <param name="requests">All requests of the run.</param>
/// <param name="mainThread">The work of all documents.</param>
/// <param name="most">Over how many requests a path goes back.</param>
internal sealed class AnswerPaths(IReadOnlyList<DocumentEvidence> documents, IReadOnlyList<Request> requests, MainThread mainThread, int most)
{
    private readonly CriticalPath _workers = new([.. requests.Where(IsWorkers)], mainThread, most);
    private readonly Dictionary<(string? Origin, string Asking), CriticalPath> _windows = [];

    /// <summary>The requests, the latest first; none where a server sent the message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="interaction">The interaction whose result it brought.</param>
    /// <param name="paint">The paint of the result.</param>
    public IReadOnlyList<PathStep> Of(MessageEvidence message, Interaction interaction, ResultPaint paint)
    {
        var path = message.Transport switch
        {
            MessageTransport.Worker or MessageTransport.SharedWorker or MessageTransport.ServiceWorker => _workers,
            MessageTransport.Frame => Others(interaction, message.Url),
            // Who else listens to a channel is not known.
            MessageTransport.Broadcast => Others(interaction, null),
            _ => null,
        };
        return path?.Of(message.SentMs ?? interaction.Begin, new ResultPaint(message.ReceivedMs, paint.Source, paint.PrecisionMs, message.ReceivedMs)) ?? [];
    }

    /// <summary>The paths among what other documents asked for, of an origin or of all.</summary>
    private CriticalPath Others(Interaction interaction, string? origin)
    {
        if (_windows.TryGetValue((origin, interaction.DocumentId), out var path))
            return path;
        var among = documents
            .Where(d => d.Id != interaction.DocumentId && (origin is null || WebAddress.OriginOf(d.Url) == origin))
            .Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        return _windows[(origin, interaction.DocumentId)] = new CriticalPath([.. requests.Where(r => r.DocumentId is { } id && among.Contains(id))], mainThread, most);
    }

    private static bool IsWorkers(Request request) => request.DocumentId?.StartsWith(DocumentEvidence.WorkerPrefix, StringComparison.Ordinal) ?? true;
}
