using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>A request, with what the page and the network know of it in one place; all instants on the run's clock.</summary>
internal sealed record Request
{
    public int Id { get; init; }
    public required string Method { get; init; }
    public required string Url { get; init; }
    public required string Initiator { get; init; }
    public required double Start { get; init; }

    /// <summary>The document that asked for it, or that it brought; <c>null</c> where only the network saw it.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The end of redirects that no exchange of their own tells of; <c>null</c> for none.</summary>
    public double? Redirected { get; init; }

    /// <summary>Begin of the connection's set-up; <c>null</c> on a warm connection.</summary>
    public double? ConnectStart { get; init; }
    public double? ConnectEnd { get; init; }
    public double? Sent { get; init; }
    public double? FirstByte { get; init; }

    /// <summary>The last byte; <c>null</c> where it never came.</summary>
    public double? End { get; init; }
    public int? Status { get; init; }
    public long? Bytes { get; init; }
    public bool RenderBlocking { get; init; }
    public bool ThirdParty { get; init; }

    /// <summary>Whether the browser asked for a font.</summary>
    public bool IsFont { get; init; }
    public IReadOnlyList<ServerTimingMetric> ServerTiming { get; init; } = [];
    public ServerTimingSource Source { get; init; }
    public int? HeaderBytes { get; init; }
    public string? Error { get; init; }

    /// <summary>What the network saw of it; <c>null</c> where only a page tells.</summary>
    public NetworkExchange? Exchange { get; init; }

    /// <summary>Sent to first byte: all that the server and the way there and back took.</summary>
    public double? Wait => FirstByte - Sent;

    /// <summary>What of its query tells it from others of the same method and path; empty where nothing has to.</summary>
    public string Query { get; init; } = "";

    /// <summary>Method and path, and of the query what tells it from others: how sentences name it.</summary>
    public string Title
    {
        get
        {
            var path = WebAddress.PathOf(Url);
            return $"{Method} {PlainText.Head(path, 200)}{Query}";
        }
    }

    /// <summary>The same, by so many milliseconds earlier.</summary>
    public Request Earlier(double ms) => this with
    {
        Start = Start - ms,
        Redirected = Redirected - ms,
        ConnectStart = ConnectStart - ms,
        ConnectEnd = ConnectEnd - ms,
        Sent = Sent - ms,
        FirstByte = FirstByte - ms,
        End = End - ms,
    };

    /// <summary>The same with no instant before the one that must precede it, whatever a page or a rounding says.</summary>
    public Request InOrder()
    {
        var at = Start;
        double? Next(double? instant) => instant is { } i ? at = Math.Max(at, i) : null;
        return this with
        {
            Redirected = Next(Redirected),
            ConnectStart = Next(ConnectStart),
            ConnectEnd = Next(ConnectEnd),
            Sent = Next(Sent),
            FirstByte = Next(FirstByte),
            End = Next(End),
        };
    }
}
