using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Synthetic.Worker.Telemetry;

/// <summary>Starts activities that have the ids of spans which are known already: .NET gives every activity a random one.</summary>
internal static class KnownSpan
{
    /// <summary>Starts an activity. It does not become a child of the one under way.</summary>
    /// <param name="create">Makes it; told its trace and parent. <c>null</c> where nobody listens.</param>
    /// <param name="traceId">32 hexadecimal digits.</param>
    /// <param name="id">16 hexadecimal digits.</param>
    /// <param name="parentId">The same of its parent; <c>null</c> for none.</param>
    public static Activity? Start(Func<ActivityContext, Activity?> create, string traceId, string id, string? parentId)
    {
        var before = Activity.Current;
        Activity.Current = null;
        var parent = parentId is null ? default : ActivitySpanId.CreateFromString(parentId);
        var activity = create(new ActivityContext(ActivityTraceId.CreateFromString(traceId), parent, ActivityTraceFlags.Recorded));
        if (activity is null)
        {
            Activity.Current = before;
            return null;
        }
        activity.Start();
        // The header has told this id to the server already, and a second export must not make a second span.
        SpanIdOf(activity) = id;
        return activity;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_spanId")]
    private static extern ref string? SpanIdOf(Activity activity);
}
