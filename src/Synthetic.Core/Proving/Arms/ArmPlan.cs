using System.Globalization;
using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Proving.Arms;

/// <summary>Chooses the arms that can tell something about a step's suspects.</summary>
/// <param name="step">The step as it was measured.</param>
/// <param name="record">Its run.</param>
/// <param name="usualCpuRate">How many times slower the scenario makes the processor.</param>
internal sealed class ArmPlan(StepResult step, RunRecord record, double usualCpuRate)
{
    /// <summary>The part of a window from which on a component beside the blamed one is tried.</summary>
    private const double LeastComponentShare = 0.15;

    /// <summary>The milliseconds from which on a component is tried: less does not stand out from what runs differ by.</summary>
    private const double LeastComponentMs = 30;

    private const int MostComponents = 2;
    private const int MostFurtherComponents = 3;
    private const int MostAdvice = 2;

    public static Arm Baseline { get; } = new() { Name = "baseline", Kind = ArmKind.Baseline };

    public static Arm Control { get; } = new() { Name = "control", Kind = ArmKind.Control };

    /// <summary>The control before the arms begin; its times are left out.</summary>
    public static Arm Rehearsal { get; } = new() { Name = "rehearsal", Kind = ArmKind.Control };

    /// <summary>The arms besides baseline and control, the ones that decide first.</summary>
    public IReadOnlyList<Arm> Of(IReadOnlyList<Suspect> suspects) => Named(
        suspects.SelectMany(ArmsFor)
            .Concat(suspects.SelectMany(Components).OrderByDescending(c => c.Ms).Take(MostComponents).SelectMany(c => ComponentArms.Of(c.Name, step)))
            .Concat(step.Advice.Select(a => AdviceArm.Of(a, step)).OfType<Arm>().Take(MostAdvice))
            .DistinctBy(WhatItDoes));

    /// <summary>The arms for other causes, where a suspect was cleared.</summary>
    public IReadOnlyList<Arm> Further()
    {
        var answered = step.Requests.Where(r => r.TtfbMs is not null).ToArray();
        // Components off the path as well: that nothing waits for them was only inferred.
        List<Arm> arms = [.. answered
            .SelectMany(r => ServerAccount.Of(r.ServerTiming, r.TtfbMs ?? 0).Components)
            .GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
            .Select(g => new SegmentComponent(g.Key, g.Max(c => c.Ms)))
            .Where(c => c.Ms >= LeastComponentMs)
            .OrderByDescending(c => c.Ms)
            .Take(MostFurtherComponents)
            .SelectMany(c => ComponentArms.Of(c.Name, step))
            // What a component saves for certain is enough to point to it, and nothing else is.
            .Where(arm => arm.Reading != MetricReading.Alone)];
        if (answered.Length > 0)
            arms.Add(new Arm { Name = "server at once", Kind = ArmKind.ServerAtOnce, Removed = "server" });
        if (answered.Any(r => r.ServerTiming.Count > 0))
            arms.Add(new Arm { Name = "network at once", Kind = ArmKind.NetworkAtOnce, Removed = "network" });
        arms.Add(Processor());
        if (answered.Any(r => r.ThirdParty))
            arms.Add(ThirdParties(ArmKind.ThirdPartiesAtOnce));
        return arms;
    }

    /// <summary>A third party's arm: refused where the step passes without it, answered at once elsewhere.</summary>
    public static Arm ThirdParties(ArmKind kind) => new()
    {
        Name = kind == ArmKind.ThirdPartiesBlocked ? "third parties blocked" : "third parties at once",
        Kind = kind,
        Removed = "third parties",
    };

    private IEnumerable<Arm> ArmsFor(Suspect suspect)
    {
        var culprit = suspect.Culprit;
        var cause = CauseTable.Of(culprit.Cause);
        if (cause.DecidedBy == ArmKind.WithoutComponent)
        {
            foreach (var arm in ComponentArms.Of(culprit.Component ?? ServerAccount.Unnamed, step))
                yield return arm;
        }
        else if (cause.DecidedBy is { } deciding)
            yield return deciding switch
            {
                ArmKind.Processor => Processor(),
                ArmKind.ServerAtOnce => new Arm { Name = "server at once", Kind = deciding, Removed = "server" },
                _ => new Arm { Name = $"without {cause.RemovedName}", Kind = deciding, Removed = cause.RemovedName },
            };
        // Nobody named, or work in pieces too short to be reported: the processor may be it as well.
        if (culprit.Cause.NamesNobody)
            yield return Processor();
        if (culprit is { Kind: CulpritKind.MainThread, Url: { } script } && IsOwnFile(script))
            yield return new Arm { Name = $"without {FileOf(script)}", Kind = ArmKind.WithoutScript, Removed = script };
        int[] ids = [.. culprit.RequestIds ?? (culprit.RequestId is { } id ? [id] : [])];
        var asked = step.Requests.Where(r => ids.Contains(r.Id)).ToArray();
        if (asked.Length > 0 && asked.All(r => r.ThirdParty))
            yield return ThirdParties(ArmKind.ThirdPartiesBlocked);
    }

    /// <summary>Servers spell a component in more ways than one; scripts and requests differ by every letter.</summary>
    private static (ArmKind, string?, MetricReading?, string) WhatItDoes(Arm arm) => (
        arm.Kind,
        arm.Kind == ArmKind.WithoutComponent ? arm.Removed?.ToUpperInvariant() : arm.Removed,
        arm.Reading,
        string.Join('\n', arm.Requests ?? []));

    /// <summary>Effects refer to arms by name: two files <c>app.js</c>, or a component that is called <c>queue</c>, need one each.</summary>
    private static List<Arm> Named(IEnumerable<Arm> arms)
    {
        var named = new List<Arm>();
        foreach (var arm in arms)
        {
            var name = arm.Name;
            for (var n = 2; named.Exists(a => a.Name == name); n++)
                name = $"{arm.Name} ({n})";
            named.Add(arm with { Name = name });
        }
        return named;
    }

    private static IEnumerable<SegmentComponent> Components(Suspect suspect) => suspect.Timeline
        .SelectMany(s => s.Components ?? [])
        .GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
        // Of one that overlapped others the timeline shows what they left of it.
        .Select(g => new SegmentComponent(g.Key, Math.Min(suspect.Ms, g.Sum(c => c.ReportedMs ?? c.Ms))))
        .Where(c => c.Ms >= LeastComponentMs && c.Ms >= suspect.Ms * LeastComponentShare);

    private Arm Processor()
    {
        var rate = usualCpuRate > 1 ? 1 : 2;
        return new Arm
        {
            Name = rate == 1 ? "CPU not slowed" : string.Create(CultureInfo.InvariantCulture, $"CPU {rate} times slower"),
            Kind = ArmKind.Processor,
            Removed = "main thread",
            CpuRate = rate,
            UsualCpuRate = usualCpuRate,
        };
    }

    /// <summary>Whether a script has a file of its own: a page's inline script can't be left out without the page.</summary>
    private bool IsOwnFile(string url) =>
        WebAddress.IsHttp(url) && !record.Pages.Any(p => WebAddress.PathOf(p.Url) == WebAddress.PathOf(url));

    private static string FileOf(string url)
    {
        var path = WebAddress.PathOf(url);
        var slash = path.LastIndexOf('/');
        return slash >= 0 && slash < path.Length - 1 ? path[(slash + 1)..] : path;
    }
}
