using Synthetic.Core.Scenarios;
using Synthetic.Core.ServerTiming;
using static Synthetic.Core.Evidence.SafeValues;

namespace Synthetic.Core.Evidence;

/// <summary>
/// Evidence as the rules can rely on it: nothing missing, every number finite, every text of bounded length. Pages can
/// call the probe's binding themselves, and a number no JSON can hold would lose the whole record.
/// </summary>
/// <remarks>Honest evidence comes out as it went in, and what comes out stays as it is when it goes in again.</remarks>
internal static class EvidenceSanitizer
{
    /// <summary>The most links of a chain of causes; the probe itself stops at 200.</summary>
    private const int MostCauses = 500;

    /// <summary>The most arms, runs of an arm or notes of a proof.</summary>
    private const int MostReplays = 100;

    /// <summary>The most elements that a locator may have meant.</summary>
    private const int MostCandidates = 5;

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
        Documents = DocumentBounds.Of(List(e.Documents, DocumentSanitizer.Of)),
        Exchanges = List(e.Exchanges, Of),
        InstrumentedRun = e.InstrumentedRun is { } run ? new InstrumentedRun(Length(run.DurationMs), Math.Max(0, run.Writes), Cut(run.Note, 1000)) : null,
        Proof = e.Proof is null ? null : Of(e.Proof),
    };

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
}
