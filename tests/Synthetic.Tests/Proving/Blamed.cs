using Synthetic.Core.Evidence;
using Synthetic.Core.Proving;
using Synthetic.Core.Proving.Arms;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.ServerTiming;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Proving;

/// <summary>Steps that blame somebody, and what their replays measured, in a few words.</summary>
internal static class Blamed
{
    public static Culprit Culprit(CulpritKind kind, string? component = null, double ms = 350, string? url = null, params int[] requests) => new()
    {
        Kind = kind,
        Component = component,
        Ms = ms,
        Share = 0.7,
        Url = url,
        Confidence = Confidence.Inferred,
        RequestId = requests.Length > 0 ? requests[0] : null,
        RequestIds = requests.Length > 1 ? requests : null,
        Evidence = ["the rules say so"],
    };

    /// <summary>A step with a response of 500 ms, and an INP of 200 ms where somebody is blamed for that too.</summary>
    public static StepResult Step(Culprit? response, Culprit? inp = null, params SegmentComponent[] components) => new()
    {
        Index = 3,
        Name = "Place order",
        Action = "click",
        Status = StepStatus.Passed,
        Interactions =
        [
            new InteractionResult
            {
                Type = "pointer",
                Inp = new InpWindow { Ms = inp is null ? 40 : 200, Culprit = inp },
                Response = new ResponseWindow
                {
                    Ms = 500,
                    Culprit = response,
                    Timeline = [new Segment { Kind = SegmentKind.Server, Ms = 400, Components = components }],
                },
            },
        ],
    };

    public static RequestResult Request(int id, string url = Recorded.Shop + "api/orders", string method = "GET", double ttfb = 100, bool thirdParty = false, string? header = null) => new()
    {
        Id = id,
        Method = method,
        Url = url,
        Initiator = "fetch",
        TtfbMs = ttfb,
        DownloadMs = 1,
        ThirdParty = thirdParty,
        ServerTiming = header is null ? [] : ServerTimingHeader.Parse(header),
    };

    public static Arm[] Arms(StepResult step, double cpuRate = 1, RunRecord? record = null) =>
        [.. new ArmPlan(step, record ?? EvidenceBuilder.Header, cpuRate).Of(Suspect.In(step))];

    /// <summary>An arm's responses, its INP being 40 ms always.</summary>
    public static ArmRuns Took(this Arm arm, params double[] responses) => new() { Arm = arm, Runs = [.. responses.Select(ms => new ArmRun(40, ms))] };

    /// <summary>An arm's INP and response, alike.</summary>
    public static ArmRuns TookBoth(this Arm arm, params double[] ms) => new() { Arm = arm, Runs = [.. ms.Select(one => new ArmRun(one, one))] };

    /// <summary>Replays of <see cref="Step"/>; baseline and control took 500 ms, give or take 2.</summary>
    public static StepReplay Replay(params ArmRuns[] arms) => new()
    {
        Index = 3,
        Name = "Place order",
        Arms = [ArmPlan.Baseline.Took(AsIs), ArmPlan.Control.Took(AsIs), .. arms],
    };

    /// <summary>Five runs around a time.</summary>
    public static double[] Around(double ms) => [ms - 2, ms - 1, ms, ms + 1, ms + 2];

    public static double[] AsIs => Around(500);
}
