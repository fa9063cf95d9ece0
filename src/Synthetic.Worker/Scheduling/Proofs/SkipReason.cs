using Synthetic.Core.Basics;

namespace Synthetic.Worker.Scheduling.Proofs;

/// <summary>Why nothing came of a proof.</summary>
internal enum SkipReason
{
    TooLittleTime,
    PlaceWanted,
    Stopping,
    NobodyBlamed,
    NoVerdict,
}

/// <summary>Reasons as lines have them.</summary>
internal static class SkipReasonText
{
    /// <summary>The word in the contract: <c>too-little-time</c>.</summary>
    public static string Word(this SkipReason reason) => Words.Of(reason);

    public static string Sentence(this SkipReason reason) => reason switch
    {
        SkipReason.TooLittleTime => "the scenario's next slot is too near",
        SkipReason.PlaceWanted => "another scenario's slot waits for the place",
        SkipReason.Stopping => "the worker was stopping",
        SkipReason.NobodyBlamed => "the run blames nobody, or did not get to its end",
        SkipReason.NoVerdict => "it has no verdict on what fired",
    };
}
