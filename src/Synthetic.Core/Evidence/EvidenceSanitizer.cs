using Synthetic.Core.Basics;
using Synthetic.Core.Scenarios;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Core.Evidence;

/// <summary>
/// Evidence as the rules can rely on it: nothing missing, every number finite, every text of bounded length. Pages can
/// call the probe's binding themselves, and a number no JSON can hold would lose the whole record.
/// </summary>
/// <remarks>Honest evidence comes out as it went in, and what comes out stays as it is when it goes in again.</remarks>
internal static class EvidenceSanitizer
{
    /// <summary>The furthest instant, in milliseconds: past any epoch time, and still exact to a hundredth.</summary>
    private const double Furthest = 1e13;

    /// <summary>The longest time a document's own clock may show, in milliseconds: eleven days.</summary>
    private const double Longest = 1e9;

    /// <summary>The most entries of a kind that one document may bring; the probe itself stops there.</summary>
    private const int MostEntries = 5000;

    /// <summary>
    /// The most entries of a kind of all documents together: times more than the longest honest run has, and few enough that whatever
    /// a page makes up is diagnosed in seconds.
    /// </summary>
    private const int MostOfRun = 4 * MostEntries;

    /// <summary>The most metrics of servers that all requests together have as pages tell them: thousands of requests with more of them each than servers send.</summary>
    private const int MostMetricsOfRun = 5 * MostOfRun;

    /// <summary>The most links of a chain of causes; the probe itself stops at 200.</summary>
    private const int MostCauses = 500;

    /// <summary>The most arms, runs of an arm or notes of a proof.</summary>
    private const int MostReplays = 100;

    /// <summary>The most elements that a locator may have meant.</summary>
    private const int MostCandidates = 5;

    private const int LongestUrl = 8192;
    private const int LongestText = 300;

    public static RunEvidence Of(RunEvidence e) => e with
    {
        OriginEpochMs = Within(e.OriginEpochMs, Furthest),
        Failure = Of(e.Failure),
        Browser = Cut(e.Browser, LongestText),
        TraceId = Cut(e.TraceId, LongestText),
        Host = e.Host is null ? null : Of(e.Host),
        Budgets = List(e.Budgets, Of),
        ResponseGoodMs = Within(e.ResponseGoodMs, Furthest),
        ResponsePoorMs = Within(e.ResponsePoorMs, Furthest),
        Steps = List(e.Steps, Of),
        Documents = Bounded(List(e.Documents, Of)),
        Exchanges = List(e.Exchanges, Of),
        InstrumentedRun = e.InstrumentedRun is { } run ? new InstrumentedRun(Length(run.DurationMs), Math.Max(0, run.Writes), Cut(run.Note, 1000)) : null,
        Proof = e.Proof is null ? null : Of(e.Proof),
    };

    /// <summary>Metrics whose durations can be added up, however many and however absurd.</summary>
    public static IReadOnlyList<ServerTimingMetric> Metrics(IReadOnlyList<ServerTimingMetric>? metrics) => List(
        metrics,
        m => new ServerTimingMetric(
            Cut(m.Name, ServerTimingHeader.MaxNameLength) ?? "",
            Within(m.Ms, Longest),
            Cut(m.Description, ServerTimingHeader.MaxDescriptionLength) ?? ""),
        ServerTimingHeader.MaxMetrics);

    private static HostReadings Of(HostReadings h) => h with
    {
        WindowMs = Length(h.WindowMs),
        Cores = Math.Max(0, h.Cores),
        OverlappingRuns = Math.Max(0, h.OverlappingRuns),
        WaitPercent = Within(h.WaitPercent, Longest),
        WaitMs = Within(h.WaitMs, Longest),
        ForeignCpuPercent = Within(h.ForeignCpuPercent, Longest),
        CpuPressurePercent = Within(h.CpuPressurePercent, Longest),
        StealPercent = Within(h.StealPercent, Longest),
        LoadPerCore = Within(h.LoadPerCore, Longest),
        CalibrationMs = Within(h.CalibrationMs, Longest),
        CalibrationBestMs = Within(h.CalibrationBestMs, Longest),
        WorkMs = Within(h.WorkMs, Longest),
        WorkBestMs = Within(h.WorkBestMs, Longest),
    };

    private static StepEvidence Of(StepEvidence s) => s with
    {
        Name = s.Name ?? "",
        Action = s.Action ?? "",
        Target = Cut(s.Target, LongestText),
        Typed = Cut(s.Typed, LongestText),
        FromMs = Within(s.FromMs, Furthest),
        DurationMs = Length(s.DurationMs),
        ReadyMs = s.ReadyMs is { } ready ? Length(ready) : null,
        DrivenInteractions = Math.Clamp(s.DrivenInteractions, 0, MostEntries),
        ActedMs = Within(s.ActedMs, Furthest),
        ExpectationPaintedMs = Within(s.ExpectationPaintedMs, Furthest),
        ExpectationChangedMs = Within(s.ExpectationChangedMs, Furthest),
        ExpectationUnseenMs = Within(s.ExpectationUnseenMs, Furthest),
        ExpectationMotions = s.ExpectationMotions is null ? null
            : List(s.ExpectationMotions, m => new MotionEvidence(Cut(m.What, LongestText) ?? "", Cut(m.Target, LongestText), Within(m.EndMs, Furthest)), MostReplays),
        ExpectationImage = Cut(s.ExpectationImage, LongestUrl),
        ExpectationFont = Cut(s.ExpectationFont, LongestText),
        ExpectationMessage = s.ExpectationMessage is { } message
            ? new MessageEvidence(
                Cut(message.Transport, LongestText) ?? "", Cut(message.Url, LongestUrl) ?? "",
                Within(message.ReceivedMs, Furthest), Within(message.SentMs, Furthest), message.Direct) : null,
        Causes = s.Causes is null ? null : List(s.Causes, Of, MostCauses),
        MainThread = s.MainThread is { } thread
            ? new MainThreadTime(Length(thread.TaskMs), Length(thread.ScriptMs), Length(thread.LayoutMs), Length(thread.StyleMs)) : null,
        Budgets = List(s.Budgets, Of),
        Failure = Of(s.Failure),
        Incidents = List(s.Incidents, i => new Incident(Cut(i.Kind, LongestText) ?? "", Cut(i.Text, 500) ?? "")),
    };

    private static Budget Of(Budget b) => b.Reason is null ? b : b with { Reason = Cut(b.Reason, LongestText) };

    private static CauseLink Of(CauseLink c) => new()
    {
        Kind = Cut(c.Kind, LongestText) ?? "",
        AtMs = Within(c.AtMs, Furthest),
        Count = Math.Clamp(c.Count, 1, MostEntries),
        Method = Cut(c.Method, LongestText),
        Url = Cut(c.Url, LongestUrl),
        Nth = c.Nth is { } nth ? Math.Clamp(nth, 1, MostEntries) : null,
        DelayMs = Within(c.DelayMs, Furthest),
        SetMs = Within(c.SetMs, Furthest),
    };

    private static Failure? Of(Failure? f) => f is null ? null : f with
    {
        Message = Cut(f.Message, 1000) ?? "",
        Url = Cut(f.Url, 2000),
        Candidates = f.Candidates is null ? null : List(f.Candidates, c => new Candidate(Cut(c.Role, 81), Cut(c.Name, 81), Cut(c.Place, LongestText)), MostCandidates),
    };

    /// <summary>The documents with no more entries of a kind than a run may have. Those that have the most lose the most: nobody's own go for what another makes up.</summary>
    private static IReadOnlyList<DocumentEvidence> Bounded(IReadOnlyList<DocumentEvidence> documents)
    {
        var (events, inputs, actions, posted) = (Share(documents, d => d.Events), Share(documents, d => d.Inputs), Share(documents, d => d.Actions), Share(documents, d => d.Posted));
        var (frames, resources, shifts) = (Share(documents, d => d.LongFrames), Share(documents, d => d.Resources), Share(documents, d => d.Shifts));
        var (largest, paints, routes) = (Share(documents, d => d.LargestPaints), Share(documents, d => d.InteractionPaints), Share(documents, d => d.SoftNavigations));
        var scripts = Shares(documents.Select(d => d.LongFrames.Take(frames).Select(f => f.Scripts.Count)), MostOfRun);
        var metrics = Shares(documents.Select(d => d.Resources.Take(resources).Select(r => r.ServerTiming.Count)), MostMetricsOfRun);
        return [.. documents.Select((d, n) => d with
        {
            Events = First(d.Events, events),
            Inputs = First(d.Inputs, inputs),
            Actions = d.Actions is null ? null : First(d.Actions, actions),
            LongFrames = [.. First(d.LongFrames, frames).Select(f => f.Scripts.Count <= scripts[n] ? f : f with { Scripts = First(f.Scripts, scripts[n]) })],
            Resources = [.. First(d.Resources, resources).Select(r => r.ServerTiming.Count <= metrics[n] ? r : r with { ServerTiming = First(r.ServerTiming, metrics[n]) })],
            LargestPaints = First(d.LargestPaints, largest),
            InteractionPaints = First(d.InteractionPaints, paints),
            Shifts = First(d.Shifts, shifts),
            SoftNavigations = First(d.SoftNavigations, routes),
            Posted = d.Posted is null ? null : First(d.Posted, posted),
        })];
    }

    private static int Share<T>(IReadOnlyList<DocumentEvidence> documents, Func<DocumentEvidence, IReadOnlyList<T>?> entries) =>
        FairShare.Of(documents.Select(d => entries(d)?.Count ?? 0), MostOfRun);

    /// <summary>How many parts each entry of a document may keep: shared by the documents first, and then by the entries of each.</summary>
    private static int[] Shares(IEnumerable<IEnumerable<int>> counts, int most)
    {
        int[][] all = [.. counts.Select(entries => entries.ToArray())];
        var ofDocument = FairShare.Of(all.Select(entries => entries.Sum()), most);
        return [.. all.Select(entries => FairShare.Of(entries, ofDocument))];
    }

    private static IReadOnlyList<T> First<T>(IReadOnlyList<T> list, int most) => list.Count <= most ? list : [.. list.Take(most)];

    private static DocumentEvidence Of(DocumentEvidence d) => d with
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
        ServerTiming = Metrics(r.ServerTiming),
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

    private static NetworkExchange Of(NetworkExchange x) => x with
    {
        Method = Cut(x.Method, LongestText) ?? "",
        Url = Cut(x.Url, LongestUrl) ?? "",
        ResourceType = Cut(x.ResourceType, LongestText) ?? "",
        StartMs = Within(x.StartMs, Furthest),
        ConnectStart = Within(x.ConnectStart, Longest),
        ConnectEnd = Within(x.ConnectEnd, Longest),
        RequestStart = Within(x.RequestStart, Longest),
        ResponseStart = Within(x.ResponseStart, Longest),
        ResponseEnd = Within(x.ResponseEnd, Longest),
        ServerTiming = List(x.ServerTiming, field => Cut(field, ServerTimingHeader.MaxHeaderLength)!),
        Error = Cut(x.Error, LongestText),
        RedirectedTo = Cut(x.RedirectedTo, LongestUrl),
    };

    private static ProofEvidence Of(ProofEvidence p) => p with
    {
        Steps = List(p.Steps, Of, MostReplays),
        Notes = List(p.Notes, note => Cut(note, 1000)!, MostReplays),
        DurationMs = Length(p.DurationMs),
    };

    private static StepReplay Of(StepReplay s) => s with
    {
        Name = s.Name ?? "",
        Arms = [.. List(s.Arms, most: MostReplays).Where(a => a.Arm is not null).Select(Of)],
        Replay = s.Replay is { } r ? new ReplayCounts(Count(r.Exact), Count(r.Close), Count(r.Live), Count(r.Refused)) : new ReplayCounts(0, 0, 0, 0),
        Limits = List(s.Limits, limit => Cut(limit, 1000)!, MostReplays),
    };

    private static ArmRuns Of(ArmRuns a) => a with
    {
        Arm = a.Arm with
        {
            Name = Cut(a.Arm.Name, LongestText) ?? "",
            Removed = Cut(a.Arm.Removed, LongestUrl),
            CpuRate = Within(a.Arm.CpuRate, 1000),
            UsualCpuRate = Within(a.Arm.UsualCpuRate, 1000),
            Requests = a.Arm.Requests is { } requests ? List(requests) : null,
        },
        Runs = List(a.Runs, r => new ArmRun(Within(r.InpMs, Longest), Within(r.ResponseMs, Longest), Within(r.Slowdown, 1000)), MostReplays),
        Noisy = Math.Clamp(a.Noisy, 0, MostEntries),
        Impossible = Cut(a.Impossible, 1000),
    };

    // Summed up over steps and arms.
    private static int Count(int requests) => Math.Clamp(requests, 0, 1_000_000);

    private static double At(double instant) => Within(instant, Longest);

    private static double Length(double ms) => Math.Max(0, Within(ms, Longest));

    private static double Within(double value, double limit) => double.IsNaN(value) ? 0 : Math.Clamp(value, -limit, limit);

    private static double? Within(double? value, double limit) => value is { } v && !double.IsNaN(v) ? Math.Clamp(v, -limit, limit) : null;

    private static string? Cut(string? text, int most) => text is null ? null : PlainText.Head(text, most);

    // RunEvidence read from a file may hold null where the type says there can be none.
    private static IReadOnlyList<T> List<T>(IReadOnlyList<T>? list, Func<T, T>? of = null, int most = MostEntries) where T : class
    {
        if (list is null)
            return [];
        return [.. list.Where(item => item is not null).Take(most).Select(item => of is null ? item : of(item))];
    }
}
