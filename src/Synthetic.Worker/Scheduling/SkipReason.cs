namespace Synthetic.Worker.Scheduling;

/// <summary>Why nothing came of a proof.</summary>
internal static class SkipReason
{
    public const string TooLittleTime = "too-little-time";
    public const string PlaceWanted = "place-wanted";
    public const string Stopping = "stopping";
    public const string NobodyBlamed = "nobody-blamed";
    public const string NoVerdict = "no-verdict";

    public static string Text(string reason) => reason switch
    {
        TooLittleTime => "the scenario's next slot is too near",
        PlaceWanted => "another scenario's slot waits for the place",
        Stopping => "the worker was stopping",
        NobodyBlamed => "the run blames nobody, or did not get to its end",
        _ => "it has no verdict on what fired",
    };
}
