using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Core.Proving.Replaying;

/// <summary>An answer as a server gave it, with its request and its times: what a replay gives in its place.</summary>
public sealed record RecordedAnswer
{
    /// <summary>The request's address as it was sent, secrets and all: it never leaves the process.</summary>
    public required string Url { get; init; }

    /// <summary>What the network layer saw, as a record may hold it.</summary>
    public required NetworkExchange Exchange { get; init; }

    /// <summary>What the request carried; <c>null</c> for nothing.</summary>
    public string? Sent { get; init; }

    /// <summary>The answer's header fields, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The answer's body, decoded; <c>null</c> where it never ended or nobody read it.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>Whether it went to another site than the page's.</summary>
    public bool ThirdParty { get; internal init; }

    /// <summary>Which of several identical requests it answers, from 0.</summary>
    public int Ordinal { get; internal init; }

    /// <summary>
    /// Whether its page had its headers and no more: it cancelled the rest, or never asked for it. The browser calls an answer without
    /// content aborted too where nobody reads it, as that to a request which is sent and forgotten. A document that came to nothing is a download.
    /// </summary>
    public bool LeftUnread => WasAborted && Exchange is { Status: not null, ResourceType: not "document" };

    /// <summary>Whether its page never had anything of it: it was not answered, or given up before.</summary>
    public bool NeverCame => Exchange.Error is null ? Exchange.Status is null : WasAborted && !LeftUnread;

    /// <summary>Request to last byte, in milliseconds; to the first where the last never came or nobody wanted it.</summary>
    public double TotalMs => Math.Max(0, (LeftUnread ? null : Exchange.ResponseEnd) ?? Exchange.ResponseStart ?? 0);

    /// <summary>Request to its connection, in milliseconds.</summary>
    public double QueueMs => Math.Max(0, (Exchange.RequestStart ?? 0) - ConnectMs);

    /// <summary>Setting the connection up, in milliseconds.</summary>
    public double ConnectMs => Math.Max(0, Exchange.ConnectEnd - Exchange.ConnectStart ?? 0);

    /// <summary>Sent to first byte, in milliseconds.</summary>
    public double WaitMs => Math.Max(0, Exchange.ResponseStart - (Exchange.RequestStart ?? 0) ?? 0);

    /// <summary>First byte to last, in milliseconds.</summary>
    public double DownloadMs => LeftUnread ? 0 : Math.Max(0, Exchange.ResponseEnd - Exchange.ResponseStart ?? 0);

    /// <summary>Whether its server was still working on it while it came in.</summary>
    internal bool WasHeldOpen => HeldOpen.Is(DownloadMs, Content?.Length);

    /// <summary>What its server accounts for.</summary>
    internal ServerAccount Account =>
        ServerAccount.Of(SafeValues.ServerMetrics(ServerTimingHeader.ParseAll(Exchange.ServerTiming)), WaitMs);

    private bool WasAborted => Exchange.Error?.Contains("ABORTED", StringComparison.Ordinal) == true;

    /// <summary>What may be shown of it.</summary>
    public override string ToString() => $"{Exchange.Method} {Exchange.Url}";

    /// <summary>Its request as another run knows it again.</summary>
    public RequestKey Key => new(Exchange.Method, WebAddress.Shortened(Exchange.Url), Ordinal);
}
