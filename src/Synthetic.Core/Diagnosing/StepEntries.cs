using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing;

/// <summary>What a record says of a step's requests and long frames.</summary>
internal static class StepEntries
{
    /// <summary>A request; times count from an instant of the run's clock.</summary>
    public static RequestResult Of(Request r, double origin) => new()
    {
        Id = r.Id,
        Method = r.Method,
        Url = WebAddress.Shortened(WebAddress.WithoutFragment(r.Url)),
        Status = r.Status,
        Initiator = r.Initiator,
        StartMs = Milliseconds.Round(r.Start - origin),
        QueueMs = Rounded(r.Sent - r.Start - (r.ConnectEnd - r.ConnectStart ?? 0)),
        ConnectMs = r.Sent is null ? null : Rounded(r.ConnectEnd - r.ConnectStart ?? 0),
        TtfbMs = Rounded(r.FirstByte - r.Start),
        DownloadMs = Rounded(r.End - r.FirstByte),
        Bytes = r.Bytes,
        ThirdParty = r.ThirdParty,
        ServerTiming = r.ServerTiming,
        ServerTimingSource = r.Source,
        ServerTimingBytes = r.HeaderBytes,
        ServedFrom = Serving.Of(r.ServerTiming),
        TraceParent = r.Exchange?.TraceParent,
        Error = r.Error,
    };

    /// <summary>A long frame, with its instants moved by so many milliseconds.</summary>
    public static LongFrameResult Of(LongFrame frame, double shift) => new()
    {
        StartMs = Milliseconds.Round(frame.Start + shift),
        Ms = Milliseconds.Round(frame.Duration),
        BlockingMs = Milliseconds.Round(frame.BlockingDuration),
        RenderMs = frame.RenderStart > 0 ? Milliseconds.Round(Math.Max(0, frame.Start + frame.Duration - frame.RenderStart)) : 0,
        Scripts = [.. frame.Scripts.Select(s => new LongFrameScript
        {
            StartMs = Milliseconds.Round(s.Start + shift),
            Ms = Milliseconds.Round(s.Duration),
            ForcedLayoutMs = Milliseconds.Round(s.ForcedLayout),
            PauseMs = Milliseconds.Round(s.Pause),
            Invoker = NullIfEmpty(s.Invoker),
            Url = NullIfEmpty(s.Url),
            Function = NullIfEmpty(s.Function),
        })],
    };

    private static double? Rounded(double? ms) => ms is { } value ? Milliseconds.Round(Math.Max(0, value)) : null;

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
