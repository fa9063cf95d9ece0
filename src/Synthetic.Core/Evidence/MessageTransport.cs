namespace Synthetic.Core.Evidence;

/// <summary>What a message may come over that is no request: the values of <see cref="MessageEvidence.Transport"/>.</summary>
public static class MessageTransport
{
    /// <summary>A WebSocket.</summary>
    public const string WebSocket = "websocket";

    /// <summary>An event stream.</summary>
    public const string EventStream = "eventsource";

    /// <summary>A worker of the page's own.</summary>
    public const string Worker = "worker";

    /// <summary>The port of a shared worker.</summary>
    public const string SharedWorker = "sharedworker";

    /// <summary>A service worker.</summary>
    public const string ServiceWorker = "serviceworker";

    /// <summary>A broadcast channel.</summary>
    public const string Broadcast = "broadcast";

    /// <summary>Another window.</summary>
    public const string Frame = "frame";
}
