using static Synthetic.Core.Evidence.SafeValues;

namespace Synthetic.Core.Evidence;

/// <summary>What a document's probe handed over, as the rules can rely on it.</summary>
internal static class DocumentSanitizer
{
    public static DocumentEvidence Of(DocumentEvidence d) => d with
    {
        Id = d.Id ?? "",
        Url = Cut(d.Url, LongestUrl) ?? "",
        OffsetMs = Within(d.OffsetMs, Furthest),
        InteractionCount = Math.Max(0, d.InteractionCount),
        SettledMs = Within(d.SettledMs, Longest),
        AskedMs = Within(d.AskedMs, Longest),
        Navigation = d.Navigation is null ? null : Of(d.Navigation),
        Events = List(d.Events, Of),
        Inputs = List(d.Inputs, Of),
        Actions = d.Actions is null ? null : List(d.Actions, a => new ActionNote(Cut(a.Name, LongestText) ?? "", At(a.Start), Cut(a.Target, LongestText))),
        LongFrames = List(d.LongFrames, Of),
        Resources = List(d.Resources, Of),
        FirstContentfulPaint = Within(d.FirstContentfulPaint, Longest),
        LargestPaints = List(d.LargestPaints, Of),
        InteractionPaints = List(d.InteractionPaints, Of),
        Shifts = List(d.Shifts, s => s with { Start = At(s.Start), Value = Within(s.Value, 1e6) }),
        SoftNavigations = List(d.SoftNavigations, Of),
        Posted = d.Posted is null ? null : List(d.Posted, p => new PostedMessage(At(p.Start), Cut(p.Origin, LongestUrl) ?? "")),
    };

    private static EventTiming Of(EventTiming e) => e with
    {
        Name = Cut(e.Name, LongestText) ?? "",
        Start = At(e.Start),
        Duration = Length(e.Duration),
        ProcessingStart = At(e.ProcessingStart),
        ProcessingEnd = At(e.ProcessingEnd),
        Target = Cut(e.Target, LongestText),
    };

    private static InputNote Of(InputNote i) => i with
    {
        Name = Cut(i.Name, LongestText) ?? "",
        Start = At(i.Start),
        ProcessingStart = At(i.ProcessingStart),
        ProcessingEnd = Within(i.ProcessingEnd, Longest),
        Painted = Within(i.Painted, Longest),
        Target = Cut(i.Target, LongestText),
        Heard = Within(i.Heard, Longest),
    };

    private static LongFrame Of(LongFrame f) => f with
    {
        Start = At(f.Start),
        Duration = Length(f.Duration),
        RenderStart = At(f.RenderStart),
        StyleAndLayoutStart = At(f.StyleAndLayoutStart),
        BlockingDuration = Length(f.BlockingDuration),
        Presentation = Within(f.Presentation, Longest),
        Scripts = List(f.Scripts, Of),
    };

    private static ScriptTiming Of(ScriptTiming s) => s with
    {
        Start = At(s.Start),
        Duration = Length(s.Duration),
        ForcedLayout = Length(s.ForcedLayout),
        Pause = Length(s.Pause),
        Invoker = Cut(s.Invoker, LongestText),
        InvokerType = Cut(s.InvokerType, LongestText),
        Url = Cut(s.Url, LongestUrl),
        Function = Cut(s.Function, LongestText),
    };

    private static ResourceTiming Of(ResourceTiming r) => r with
    {
        Url = Cut(r.Url, LongestUrl) ?? "",
        Initiator = Cut(r.Initiator, LongestText) ?? "",
        Start = At(r.Start),
        RedirectStart = At(r.RedirectStart),
        RedirectEnd = At(r.RedirectEnd),
        WorkerStart = At(r.WorkerStart),
        FetchStart = At(r.FetchStart),
        DomainLookupStart = At(r.DomainLookupStart),
        ConnectStart = At(r.ConnectStart),
        ConnectEnd = At(r.ConnectEnd),
        RequestStart = At(r.RequestStart),
        ResponseStart = At(r.ResponseStart),
        ResponseEnd = At(r.ResponseEnd),
        ServerTiming = ServerMetrics(r.ServerTiming),
    };

    private static ContentfulPaint Of(ContentfulPaint p) => p with
    {
        Time = At(p.Time),
        Size = Length(p.Size),
        Start = At(p.Start),
        Rendered = Within(p.Rendered, Longest),
    };

    private static SoftNavigation Of(SoftNavigation s) => s with
    {
        Start = At(s.Start),
        Url = Cut(s.Url, LongestUrl) ?? "",
        Duration = s.Duration is { } ms ? Length(ms) : null,
        Painted = Within(s.Painted, Longest),
        Reported = Within(s.Reported, Longest),
        Largest = s.Largest is null ? null : Of(s.Largest),
    };
}
