using Synthetic.Core.Records.Timelines;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>A culprit in plain words.</summary>
internal static class CulpritSentence
{
    /// <summary><c>The database took 350 ms of 518 ms (68 %)</c>.</summary>
    public static string Of(Culprit culprit, double windowMs, Screen screen)
    {
        var verb = culprit.Kind == CulpritKind.Unknown ? "" : " took";
        return $"{Subject(culprit, screen)}{verb} {Part(culprit, windowMs)}{Rest(culprit)}";
    }

    /// <summary>For one that is to blame for both windows: <c>The database took 411 ms of 472 ms INP (87 %) and 411 ms of 467 ms response (88 %)</c>.</summary>
    public static string OfBoth(Culprit inp, double inpMs, Culprit response, double responseMs, Screen screen)
    {
        var verb = inp.Kind == CulpritKind.Unknown ? "" : " took";
        return $"{Subject(inp, screen)}{verb} {Part(inp, inpMs, " INP")} and {Part(response, responseMs, " response")}{Rest(response)}";
    }

    private static string Part(Culprit culprit, double windowMs, string window = "") =>
        $"{Amount.Time(culprit.Ms)} of {Amount.Time(windowMs)}{window} ({Amount.Percent(culprit.Share)})";

    private static string Rest(Culprit culprit) => culprit.RequestIds is { Count: > 1 } ids ? $" over {ids.Count} requests" : "";

    private static string Subject(Culprit culprit, Screen screen) =>
        CauseTable.Of(culprit.Cause, culprit.Component is { } name ? screen.Cut(name, 40) : null).Subject;
}
