using Synthetic.Core.Evidence;

namespace Synthetic.Core.Records.Timelines;

/// <summary>
/// What can take a window's time: a part of the system and, where it has several, which component of it. Servers spell
/// one component in several ways (<c>DB</c>, <c>db</c>), so components are compared without case.
/// </summary>
/// <param name="Kind">The part of the system.</param>
/// <param name="Component">The component: a Server-Timing name, <c>transit</c>, <c>download</c>; <c>null</c> where there is none.</param>
public readonly record struct Cause(CulpritKind Kind, string? Component = null)
{
    /// <summary>The way to the server and back, or work there that it does not report.</summary>
    public static Cause Transit { get; } = new(CulpritKind.Network, "transit");

    /// <summary>Setting a connection up.</summary>
    public static Cause Connect { get; } = new(CulpritKind.Network, "connect");

    /// <summary>The answer's body.</summary>
    public static Cause Download { get; } = new(CulpritKind.Network, "download");

    /// <summary>Redirects before the answer.</summary>
    public static Cause Redirect { get; } = new(CulpritKind.Network, "redirect");

    /// <summary>Work in a worker that the page waited for.</summary>
    public static Cause Worker { get; } = new(CulpritKind.MainThread, "worker");

    /// <summary>Requests to other sites than the page's.</summary>
    public static Cause ThirdParty { get; } = new(CulpritKind.Network, "third-party");

    /// <summary>Causes that a window's verdict adds up: a server's components each by itself, all else by the part of the system.</summary>
    public Cause AddedUp() => new(Kind, Kind == CulpritKind.Backend ? Component?.ToLowerInvariant() : null);

    /// <summary>Whether it names nobody: the time is seen, and not who took it.</summary>
    public bool NamesNobody => Kind is CulpritKind.Idle or CulpritKind.Unknown;

    /// <summary>What a stretch of a timeline is put down to; a server's stretch is put down to its components one by one.</summary>
    /// <param name="segment">The stretch.</param>
    public static Cause Of(Segment segment) => segment.Kind switch
    {
        SegmentKind.Script when segment.Detail == Segment.InWorker => Worker,
        SegmentKind.InputDelay or SegmentKind.Script => new(CulpritKind.MainThread),
        SegmentKind.Queue => new(CulpritKind.Queue),
        SegmentKind.Connect => Connect,
        SegmentKind.Server => new(CulpritKind.Backend),
        SegmentKind.Network => segment.Detail == Segment.Redirects ? Redirect : Transit,
        SegmentKind.Download => Download,
        SegmentKind.Render or SegmentKind.Presentation => new(CulpritKind.Rendering),
        SegmentKind.Idle => new(CulpritKind.Idle),
        SegmentKind.Unattributed => new(CulpritKind.Unknown),
    };

    /// <summary>Whom it points to that an arm saved time; <c>null</c> where the arm only asks in another way, as an advice says.</summary>
    /// <param name="arm">The arm.</param>
    public static Cause? PointedToBy(Arm arm) => arm.Kind switch
    {
        ArmKind.WithoutComponent => new(CulpritKind.Backend, arm.Removed),
        ArmKind.ServerAtOnce or ArmKind.NetworkAtOnce or ArmKind.WithoutTransit => Transit,
        ArmKind.WithoutConnect => Connect,
        ArmKind.WithoutDownload => Download,
        ArmKind.WithoutRedirects => Redirect,
        ArmKind.WithoutQueue => new(CulpritKind.Queue),
        ArmKind.ThirdPartiesAtOnce or ArmKind.ThirdPartiesBlocked => ThirdParty,
        ArmKind.Processor or ArmKind.WithoutScript => new(CulpritKind.MainThread),
        ArmKind.Baseline or ArmKind.Control or ArmKind.WithoutRequests => null,
    };

    /// <inheritdoc />
    public bool Equals(Cause other) => Kind == other.Kind && string.Equals(Component, other.Component, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Component?.ToUpperInvariant());
}
