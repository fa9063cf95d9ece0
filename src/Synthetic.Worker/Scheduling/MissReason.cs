namespace Synthetic.Worker.Scheduling;

/// <summary>Why a slot was not run.</summary>
internal static class MissReason
{
    public const string SleptThrough = "slept-through";
    public const string StillRunning = "still-running";
    public const string NoFreePlace = "no-free-place";
    public const string Stopping = "stopping";

    public static string Text(string reason) => reason switch
    {
        SleptThrough => "the worker or its machine was asleep",
        StillRunning => "the run before it was still going",
        NoFreePlace => "no place came free in time",
        _ => "the worker was stopping",
    };
}
