using Synthetic.Core.Evidence;

namespace Synthetic.Core.Records.Timelines;

/// <summary>All that follows from what took the time: how it is known, what people call it, how it is drawn, which arm decides it.</summary>
/// <param name="Confidence">How well it is known from timelines alone: <see cref="Confidence.Observed"/> is the browser's own attribution.</param>
/// <param name="Name">What it is called in the middle of a sentence; <c>null</c> where there is nobody to name.</param>
/// <param name="Subject">What a sentence about it begins with.</param>
/// <param name="DrawnAs">The stretch of a timeline whose colour stands for it.</param>
/// <param name="DecidedBy">The arm whose saving is its own; <c>null</c> where nothing can take it away.</param>
/// <param name="RemovedName">What that arm's name says is taken away; <c>null</c> where the arm has a name of its own.</param>
public sealed record CauseEntry(
    Confidence Confidence, string? Name, string Subject, SegmentKind DrawnAs, ArmKind? DecidedBy, string? RemovedName = null);

/// <summary>The one table of causes.</summary>
public static class CauseTable
{
    private const string UnreportedSubject = "The network, or server work that is not reported,";

    /// <summary>What is known of a cause.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="component">A component's name as it may be shown; the cause's own where it needs no cutting.</param>
    public static CauseEntry Of(Cause cause, string? component = null) => cause.Kind switch
    {
        CulpritKind.Backend => new(
            Confidence.Inferred, cause.Component ?? "the backend", Server(cause.Component, component), SegmentKind.Server, ArmKind.WithoutComponent),
        CulpritKind.Network => Network(cause, component),
        CulpritKind.Queue => new(
            Confidence.Observed, "waiting to be sent", "Waiting for a free connection", SegmentKind.Queue, ArmKind.WithoutQueue, "queue"),
        CulpritKind.MainThread when cause == Cause.Worker => new(
            Confidence.Inferred, "script in a worker", "Script in a worker", SegmentKind.Script, ArmKind.Processor),
        CulpritKind.MainThread => new(
            Confidence.Observed, "script on the main thread", cause.Component is null ? "Script on the main thread" : $"Script ({component ?? cause.Component})",
            SegmentKind.Script, ArmKind.Processor),
        CulpritKind.Rendering => new(Confidence.Inferred, "rendering", "Style, layout and paint", SegmentKind.Render, ArmKind.Processor),
        CulpritKind.Idle => new(
            Confidence.Inferred, "idle waiting", "Waiting with nothing running, a timer or a debounce,", SegmentKind.Idle, DecidedBy: null),
        CulpritKind.Unknown => new(Confidence.Unknown, Name: null, "Nothing tells what took", SegmentKind.Unattributed, ArmKind.ServerAtOnce),
    };

    private static CauseEntry Network(Cause cause, string? component)
    {
        var name = cause.Component is null ? "the network" : $"network {cause.Component}";
        CauseEntry Seen(Confidence confidence, string subject, ArmKind arm, string removed) =>
            new(confidence, name, subject, SegmentKind.Network, arm, removed);
        var other = $"The network ({component ?? cause.Component})";
        if (cause == Cause.Connect)
            return Seen(Confidence.Observed, "Setting up the connection", ArmKind.WithoutConnect, "connect");
        if (cause == Cause.Download)
            return Seen(Confidence.Observed, "Downloading the response", ArmKind.WithoutDownload, "download");
        if (cause == Cause.Redirect)
            return Seen(Confidence.Observed, other, ArmKind.WithoutRedirects, "redirect");
        var unreported = cause.Component is null || cause == Cause.Transit;
        return Seen(Confidence.Inferred, unreported ? UnreportedSubject : other, ArmKind.WithoutTransit, "transit");
    }

    // The names that teams give these metrics, in the words that everybody uses.
    private static string Server(string? name, string? shown) => name?.ToLowerInvariant() switch
    {
        null or "total" or "app" => "The server",
        "db" or "database" or "sql" or "postgres" or "postgresql" or "mysql" or "sqlite" or "mongo" or "mongodb" => "The database",
        "cache" or "redis" or "memcached" => "The cache",
        _ => $"The server's \"{shown ?? name}\"",
    };
}
