using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Proving;

/// <summary>Who is blamed for a step's longest window of one sort.</summary>
/// <param name="Window">Which sort.</param>
/// <param name="Ms">The window's length, in milliseconds.</param>
/// <param name="Timeline">Where its time went.</param>
/// <param name="Culprit">The blamed.</param>
/// <param name="Bystander">Whether it is no culprit at all, but looks like one: slow, and at the same time.</param>
internal sealed record Suspect(WindowKind Window, double Ms, IReadOnlyList<Segment> Timeline, Culprit Culprit, bool Bystander = false)
{
    /// <summary>The part of a window from which on people suspect a component although it is off the window's path.</summary>
    private const double ShareThatLooksGuilty = 0.5;

    /// <summary>The suspects of a step; none where every window is instant.</summary>
    public static IReadOnlyList<Suspect> In(StepResult step)
    {
        var inp = step.Interactions.Select(i => i.Inp).OfType<InpWindow>().MaxBy(w => w.Ms);
        var response = step.Interactions.Select(i => i.Response).OfType<ResponseWindow>().MaxBy(w => w.Ms);
        return
        [
            .. inp?.Culprit is { } first && CanBeReplayed(first) ? [new Suspect(WindowKind.Inp, inp.Ms, inp.Timeline, first)] : Array.Empty<Suspect>(),
            .. response?.Culprit is { } second && CanBeReplayed(second) ? [new Suspect(WindowKind.Response, response.Ms, response.Timeline, second)] : Array.Empty<Suspect>(),
        ];
    }

    /// <summary>Not a server that answered by a message: only answers to requests are recorded and given again.</summary>
    private static bool CanBeReplayed(Culprit culprit) => culprit is not { Kind: CulpritKind.Backend, RequestId: null, Url: not null };

    /// <summary>
    /// The component of requests off the response's path that everybody would suspect by its size; <c>null</c> where there is none.
    /// That the result did not wait for it is only inferred, and whether it is to blame is what people argue about most.
    /// </summary>
    public static Suspect? BystanderOf(StepResult step)
    {
        var response = step.Interactions.Select(i => i.Response).OfType<ResponseWindow>().MaxBy(w => w.Ms);
        if (response?.Culprit is null)
            return null;
        var onPath = response.Timeline.SelectMany(s => s.Components ?? []).Select(c => c.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return step.Requests
            .Where(r => !response.Path.Contains(r.Id) && r.StartMs >= 0 && r.StartMs < response.Ms)
            .SelectMany(r => ServerAccount.Of(r.ServerTiming, r.TtfbMs ?? 0).Components.Select(c => (Component: c, Request: r)))
            .Where(b => b.Component.Ms >= response.Ms * ShareThatLooksGuilty && !onPath.Contains(b.Component.Name) && b.Component.Name != ServerAccount.Unnamed)
            .OrderByDescending(b => b.Component.Ms)
            .Select(b => new Suspect(WindowKind.Response, response.Ms, response.Timeline, new Culprit
            {
                Kind = CulpritKind.Backend,
                Component = b.Component.Name,
                RequestId = b.Request.Id,
                Ms = Milliseconds.Round(b.Component.Ms),
                Share = Math.Round(Math.Min(1, b.Component.Ms / response.Ms), 2, MidpointRounding.AwayFromZero),
                Confidence = Confidence.Unknown,
            }, Bystander: true))
            .FirstOrDefault();
    }

    /// <summary>What one run of a step measured: the longest window of each sort.</summary>
    public static ArmRun Measure(StepResult step) => new(
        step.Interactions.Select(i => i.Inp?.Ms).Max(),
        step.Interactions.Select(i => i.Response?.Ms).Max());
}
