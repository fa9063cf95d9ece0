using Synthetic.Core.Advising;
using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Diagnosing.Verdicts;
using Synthetic.Core.Diagnosing.Windows;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing;

/// <summary>One step's result from its facts.</summary>
internal static class StepDiagnosis
{
    public static StepResult Of(StepFacts step)
    {
        InteractionResult[] interactions = [.. step.Interactions.Zip(Laters(step.Interactions), (i, later) => Diagnose(i, later, step))];
        return Of(step, interactions) with { Advice = StepAdvice.Of(step, interactions) };
    }

    private static StepResult Of(StepFacts step, InteractionResult[] interactions) => new()
    {
        Index = step.Evidence.Index,
        Name = step.Evidence.Name,
        Action = step.Evidence.Action,
        Status = step.Evidence.Status,
        DurationMs = step.Evidence.DurationMs,
        Interactions = interactions,
        Requests = [.. step.Requests.Select(r => Describe(r, step.Zero))],
        LongFrames = [.. step.LongFrames.Select(f => Describe(f.Frame, f.Offset - step.Zero))],
        MainThread = MainThreadLedger.Of(step),
        Incidents = step.Evidence.Incidents.Count > 0 ? step.Evidence.Incidents : null,
    };

    private static InteractionResult Diagnose(Interaction interaction, double later, StepFacts step) => new()
    {
        Id = interaction.Id,
        Type = interaction.Type,
        Target = interaction.Target,
        Source = interaction.Source,
        Inp = Inp(interaction, step.Run),
        Response = Response(interaction, later, step),
    };

    /// <summary>For each interaction when the next one began; infinity where none came.</summary>
    private static double[] Laters(IReadOnlyList<Interaction> interactions)
    {
        var laters = new double[interactions.Count];
        var (later, begin) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var i = interactions.Count - 1; i >= 0; i--)
        {
            if (interactions[i].Begin < begin)
                (later, begin) = (begin, interactions[i].Begin);
            laters[i] = later;
        }
        return laters;
    }

    private static InpWindow Inp(Interaction interaction, RunFacts run)
    {
        var timeline = InpTimeline.Of(interaction, run);
        var ms = Milliseconds.Round(interaction.Ms);
        var delay = Milliseconds.Round(interaction.ProcessingStart - interaction.Start);
        var processing = Milliseconds.Round(Milliseconds.Round(interaction.ProcessingEnd - interaction.Start) - delay);
        return new InpWindow
        {
            Ms = ms,
            Bound = interaction.Bound,
            Rating = Ratings.Of(ms, Ratings.InpGoodMs, Ratings.InpPoorMs),
            InputDelayMs = delay,
            ProcessingMs = processing,
            PresentationMs = Milliseconds.Round(ms - delay - processing),
            Timeline = timeline,
            Culprit = Blame.Of(ms, timeline, run.RequestsById),
        };
    }

    private static ResponseWindow? Response(Interaction interaction, double later, StepFacts step)
    {
        if (ResultPaint.Of(interaction, later, step) is not { } end)
            return null;
        var path = step.Run.Path.Of(interaction.Begin, end);
        var timeline = ResponseTimeline.Of(interaction, end, path, step.Run);
        var ms = Milliseconds.Round(end.Instant - interaction.Begin);
        return new ResponseWindow
        {
            Ms = ms,
            Rating = Ratings.Of(ms, step.Run.Evidence.ResponseGoodMs, step.Run.Evidence.ResponsePoorMs),
            Source = end.Source,
            PrecisionMs = end.PrecisionMs,
            Timeline = timeline,
            Path = [.. path.Select(r => r.Id).Reverse()],
            Beside = ConcurrentWorkFinder.Of(interaction.Begin, end.Instant, path, step.Run),
            Culprit = Blame.Of(ms, timeline, step.Run.RequestsById),
        };
    }

    private static RequestResult Describe(Request r, double zero) => new()
    {
        Id = r.Id,
        Method = r.Method,
        Url = WebAddress.Shortened(WebAddress.WithoutFragment(r.Url)),
        Status = r.Status,
        Initiator = r.Initiator,
        StartMs = Milliseconds.Round(r.Start - zero),
        QueueMs = Rounded(r.Sent - r.Start - (r.ConnectEnd - r.ConnectStart ?? 0)),
        ConnectMs = r.Sent is null ? null : Rounded(r.ConnectEnd - r.ConnectStart ?? 0),
        TtfbMs = Rounded(r.FirstByte - r.Start),
        DownloadMs = Rounded(r.End - r.FirstByte),
        Bytes = r.Bytes,
        ThirdParty = r.ThirdParty,
        ServerTiming = r.ServerTiming,
        ServerTimingSource = r.Source,
        ServerTimingBytes = r.HeaderBytes,
        Error = r.Error,
    };

    private static LongFrameResult Describe(LongFrame frame, double shift) => new()
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
