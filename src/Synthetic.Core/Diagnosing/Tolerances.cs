namespace Synthetic.Core.Diagnosing;

/// <summary>
/// How far instants may lie apart and still mean the same, in milliseconds, by what makes them differ. Where a comment names
/// neither a standard nor a measurement, the value was chosen, and the fault matrix of docs/exactness.md holds the verdicts that
/// follow from it against the pages' own truth.
/// </summary>
internal static class Tolerances
{
    // The grain of clocks. Browsers round instants to 0.1 ms (W3C High Resolution Time, section 7: coarsened time).

    /// <summary>
    /// One instant in two entries, each rounded to 0.1 ms: an input's note and its Event Timing entry, a click that a label passes on
    /// to its field, a change and the end of the script that made it.
    /// </summary>
    public const double SameInstant = 0.2;

    /// <summary>Gaps between a request's phases that are rounding and the browser's own bookkeeping: half of the browser's step.</summary>
    public const double Bookkeeping = 0.05;

    /// <summary>Long frames and resources are stamped by different parts of the browser: a script's end, and the end of what it waited for.</summary>
    public const double ScriptClock = 1;

    /// <summary>Answers that end this close together ended at once: which of them was waited for cannot be read from their order.</summary>
    public const double EndedAtOnce = 1;

    /// <summary>A request's end, and the start of what it led to: two entries' rounding, and the offset of their documents.</summary>
    public const double RequestClock = 1.5;

    // Frames. One at 60 Hz is 16.7 ms; Event Timing rounds durations to 8 ms (W3C Event Timing, section 3.3).

    /// <summary>Event Timing's step: entries whose ends lie so close were painted by one frame.</summary>
    public const double EventTimingStep = 8;

    /// <summary>The least <c>durationThreshold</c> (W3C Event Timing): an interaction without an entry took no longer.</summary>
    public const double ShortestEntry = 16;

    /// <summary>What Event Timing drops as under 16 ms may have taken up to one of its steps more until the probe's own next frame.</summary>
    public const double ShortestEntryByProbe = ShortestEntry + EventTimingStep;

    /// <summary>How long after a route was painted its entry may be reported, its address having changed before.</summary>
    public const double RouteReport = 50;

    /// <summary>One frame at 60 Hz: the probe stamps a paint right after its frame (docs/adr/0002, the response ends in the page).</summary>
    public const double Frame = 16;

    /// <summary>The browser's own interaction paints: reported in steps of 8 ms, and some only with the frame after.</summary>
    public const double InteractionPaint = Frame + EventTimingStep;

    /// <summary>What waits for headers goes on within this after them (docs/adr/0006, the path begins at the change).</summary>
    public const double HeadersBefore = 8;

    /// <summary>What is sent this soon after an answer waited for it: a frame, and what a busy thread adds.</summary>
    public const double SentNext = 24;

    // Tasks. Long frames are reported from 50 ms on (W3C Long Animation Frames); a task is long from there on too.

    /// <summary>A shorter frame leaves no entry, so that a gap this short may be script or rendering. One task should take no longer (https://web.dev/articles/optimize-long-tasks).</summary>
    public const double LongTask = 50;

    /// <summary>What ended within this before something may have led to it: a task too short to be reported lies between, or a frame and a bit.</summary>
    public const double Adjacent = 50;

    /// <summary>
    /// What the driver's own questions take of a page's main thread in a step, in that thread's own time: 60 to 107 ms were counted
    /// in 24 steps on pages that did nothing, 8 of them beside a busy program on every processor.
    /// </summary>
    public const double DriversOwnTasks = 90;

    /// <summary>A gap that counted work covers by this much was work: what is left are the pauses between its pieces.</summary>
    public const double MostlyBusy = 0.7;

    /// <summary>A gap that counted work covers by less was a wait.</summary>
    public const double PartlyBusy = 0.4;

    /// <summary>Work of more than this times the gaps was elsewhere too: the driver searching a page of 20,000 cells for a text, say.</summary>
    public const double BusyElsewhere = 1.3;

    // The network's lateness. The driver hears of requests in bursts, after the page made them: of 667 in the records kept for the
    // tests that page and network both saw, half were heard 10 ms late or less, 90 % up to 23, the latest 306.

    /// <summary>How much later than the truth the instants of what only the network saw may be placed: by the lateness of their nearest neighbour, those were placed 31 ms late at most.</summary>
    public const double NetworkLateness = 60;

    /// <summary>An exchange that the driver heard of this much before the page's entry began is another request's: the earliest of those 667 came 25 ms before.</summary>
    public const double HeardTooEarly = 50;

    // Connections.

    /// <summary>Connections to one host that browsers hold open over HTTP/1.1. Which protocol was spoken is not known here.</summary>
    public const int ConnectionsPerHost = 6;
}
