using Synthetic.Core.Basics;

namespace Synthetic.Worker.Scheduling;

/// <summary>Why a slot was not run.</summary>
internal enum MissReason
{
    SleptThrough,
    StillRunning,
    NoFreePlace,
    Stopping,
    NoWorker,
}

/// <summary>Reasons as lines have them.</summary>
internal static class MissReasonText
{
    /// <summary>The word in the contract: <c>slept-through</c>.</summary>
    public static string Word(this MissReason reason) => Words.Of(reason);

    public static string Sentence(this MissReason reason) => reason switch
    {
        MissReason.SleptThrough => "the worker or its machine was asleep",
        MissReason.StillRunning => "the run before it was still going",
        MissReason.NoFreePlace => "no place came free in time",
        MissReason.Stopping => "the worker was stopping",
        MissReason.NoWorker => "no worker was running",
    };
}
