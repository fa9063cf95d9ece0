using System.Globalization;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>What the wait for a message was.</summary>
internal static class MessageStretch
{
    /// <summary>From when the page sent something there, or the last thing before ended, to the message that came.</summary>
    /// <param name="message">The message.</param>
    /// <param name="begin">When the window begins: instants in sentences count from there.</param>
    /// <param name="after">When the last thing before it ended.</param>
    public static Stretch Of(MessageEvidence message, double begin, double after)
    {
        var from = message.SentMs ?? after;
        return new Stretch(from, message.ReceivedMs, message.Transport switch
        {
            MessageTransport.WebSocket => Server("a WebSocket"),
            MessageTransport.EventStream => Server("an event stream"),
            MessageTransport.Worker or MessageTransport.SharedWorker or MessageTransport.ServiceWorker =>
                new Segment { Kind = SegmentKind.Script, Detail = Segment.InWorker, Url = message.Url },
            _ => new Segment
            {
                Kind = SegmentKind.Unattributed,
                Detail = message.SentMs is { } sent
                    ? $"a message was sent to {message.Url} ({message.Transport}) {Ms(sent - begin)} after the input, and the one that brought the result came {Ms(message.ReceivedMs - begin)} after it"
                    : $"a wait for a message from {message.Url} ({message.Transport})",
            },
        });

        Segment Server(string connection) => new()
        {
            Kind = SegmentKind.Server,
            Url = message.Url,
            Detail = message.SentMs is { } sent
                ? $"a message was sent over {connection} {Ms(sent - begin)} after the input, and the one that brought the result came {Ms(message.ReceivedMs - begin)} after it"
                : $"nothing was sent over {connection} after the input, and the message that brought the result came {Ms(message.ReceivedMs - begin)} after it",
            Components = new ComponentList([new SegmentComponent(ServerAccount.Unnamed, message.ReceivedMs - from)]),
        };
    }

    /// <summary>Whether what was done meanwhile may be seen elsewhere: other windows have main threads of their own, or share the page's.</summary>
    public static bool MayBeSeen(MessageEvidence message) => message.Transport is MessageTransport.Frame or MessageTransport.Broadcast;

    private static string Ms(double ms) => ms.ToString("0.#", CultureInfo.InvariantCulture) + " ms";
}
