using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Diagnosing.Windows;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Advising;

/// <summary>
/// A window that took long enough to ask what would shorten it. Only what has a stretch of its timeline counts: nothing
/// can be saved elsewhere, and what is saved in different stretches is never more than the window.
/// </summary>
internal sealed class AdvisedWindow
{
    /// <summary>Less than this is not worth a sentence, in milliseconds: what runs differ by anyway, a frame and a bit.</summary>
    private const double LeastMs = 20;

    /// <summary>Less than this part of the window is not worth one either.</summary>
    private const double LeastShare = 0.05;

    private AdvisedWindow(
        Interaction interaction, string name, double begin, double ms, IReadOnlyList<Segment> timeline, Culprit culprit,
        IReadOnlyDictionary<int, Request> requests, MainThread mainThread)
    {
        (Interaction, Name, Begin, Ms, Timeline, Culprit, MainThread) = (interaction, name, begin, ms, timeline, culprit, mainThread);
        Idle = Of(SegmentKind.Idle);
        Path = [.. timeline
            .Where(s => s.RequestId is { } id && requests.ContainsKey(id))
            .GroupBy(s => s.RequestId!.Value)
            .Select(g => new Waited(requests[g.Key], [.. g]))
            .OrderBy(w => w.Request.Start).ThenBy(w => w.Request.Id)];
    }

    public Interaction Interaction { get; }

    /// <summary><c>INP</c> or <c>response</c>.</summary>
    public string Name { get; }

    /// <summary>Its begin, on the run's clock.</summary>
    public double Begin { get; }

    public double Ms { get; }

    public IReadOnlyList<Segment> Timeline { get; }

    public Culprit Culprit { get; }

    /// <summary>The requests that it waited for, by start.</summary>
    public IReadOnlyList<Waited> Path { get; }

    /// <summary>The segments in which nothing went on.</summary>
    public StretchTimes Idle { get; }

    public bool IsInp => Name == "INP";

    /// <summary>The scripts that could have worked in it.</summary>
    public MainThread MainThread { get; }

    /// <summary>The windows of an interaction that have a culprit.</summary>
    public static IEnumerable<AdvisedWindow> Of(
        Interaction interaction, InteractionResult result, IReadOnlyDictionary<int, Request> requests, MainThreads threads)
    {
        if (result.Inp is { Culprit: { } inp } first)
            yield return new AdvisedWindow(interaction, "INP", interaction.Start, first.Ms, first.Timeline, inp, requests, threads.Of(interaction.DocumentId));
        if (result.Response is { Culprit: { } response } second)
            yield return new AdvisedWindow(interaction, "response", interaction.Begin, second.Ms, second.Timeline, response, requests, threads.All);
    }

    /// <summary>Whether a saving is worth a sentence.</summary>
    public bool IsWorth(double ms) => ms >= LeastMs && ms >= Ms * LeastShare;

    /// <summary><c>129 ms of the 210 ms response (61 %)</c>.</summary>
    public string Part(double ms) => $"{Wording.Ms(ms)} of the {Wording.Ms(Ms)} {Name} ({Wording.Percent(Math.Min(1, ms / Ms))})";

    /// <summary>What to call the input.</summary>
    public string Input =>
        $"the {(Interaction.Type == "keyboard" ? "key" : "click")}{(Interaction.Target is { } target ? $" on {Wording.Quoted(target)}" : "")}";

    /// <summary>A saving as a record holds it: never more than the window.</summary>
    public double Saving(double ms) => Math.Min(Ms, Milliseconds.Round(ms));

    /// <summary>Those of its segments that are of a kind.</summary>
    public StretchTimes Of(SegmentKind kind) => new(Begin, Timeline.Where(s => s.Kind == kind));

    /// <summary>How much of a stretch went into some of its segments.</summary>
    public double TimeIn(double from, double to, IEnumerable<Segment> segments) => new StretchTimes(Begin, segments).In(from, to);
}

/// <summary>A request and its stretches of a window.</summary>
internal sealed record Waited(Request Request, IReadOnlyList<Segment> Segments)
{
    public double Ms => Segments.Sum(s => s.Ms);

    public double In(SegmentKind kind) => Segments.Where(s => s.Kind == kind).Sum(s => s.Ms);
}
