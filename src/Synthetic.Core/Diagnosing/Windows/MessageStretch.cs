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
            "websocket" => Server("a WebSocket"),
            "eventsource" => Server("an event stream"),
            "worker" => new Segment { Kind = SegmentKind.Script, Detail = Segment.InWorker, Url = message.Url },
            _ => new Segment { Kind = SegmentKind.Unattributed, Detail = $"a wait for a message from {message.Url} ({message.Transport})" },
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

    private static string Ms(double ms) => ms.ToString("0.#", CultureInfo.InvariantCulture) + " ms";
}
