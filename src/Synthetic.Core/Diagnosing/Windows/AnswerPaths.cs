using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>What was asked for, while a page waited for a message, by whoever sent it: a worker or another document.</summary>
/// <param name="documents">All documents of the run.</param>
/// <param name="requests">All requests of the run.</param>
/// <param name="mainThread">The work of all documents.</param>
internal sealed class AnswerPaths(IReadOnlyList<DocumentEvidence> documents, IReadOnlyList<Request> requests, MainThread mainThread)
{
    private readonly CriticalPath _workers = new([.. requests.Where(IsWorkers)], mainThread);

    /// <summary>The requests, the latest first; none where a server sent the message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="interaction">The interaction whose result it brought.</param>
    /// <param name="paint">The paint of the result.</param>
    public IReadOnlyList<PathStep> Of(MessageEvidence message, Interaction interaction, ResultPaint paint)
    {
        var path = message.Transport switch
        {
            MessageTransport.Worker or MessageTransport.SharedWorker or MessageTransport.ServiceWorker => _workers,
            MessageTransport.Frame => Among(Others(interaction).Where(d => WebAddress.OriginOf(d.Url) == message.Url).Select(d => d.Id)),
            // Who else listens to a channel is not known.
            MessageTransport.Broadcast => Among(Others(interaction).Select(d => d.Id)),
            _ => null,
        };
        return path?.Of(message.SentMs ?? interaction.Begin, new ResultPaint(message.ReceivedMs, paint.Source, paint.PrecisionMs, message.ReceivedMs)) ?? [];
    }

    private IEnumerable<DocumentEvidence> Others(Interaction interaction) => documents.Where(d => d.Id != interaction.DocumentId);

    private CriticalPath Among(IEnumerable<string> ids)
    {
        var among = ids.ToHashSet(StringComparer.Ordinal);
        return new CriticalPath([.. requests.Where(r => r.DocumentId is { } id && among.Contains(id))], mainThread);
    }

    private static bool IsWorkers(Request request) => request.DocumentId?.StartsWith(DocumentEvidence.WorkerPrefix, StringComparison.Ordinal) ?? true;
}
