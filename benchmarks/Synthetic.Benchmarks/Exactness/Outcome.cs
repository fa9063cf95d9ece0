using Synthetic.Benchmarks.Exactness.Cases;
using Synthetic.Benchmarks.Exactness.Site;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Benchmarks.Exactness;

/// <summary>What one run of one page got right and wrong.</summary>
public sealed record Outcome
{
    /// <summary>The page.</summary>
    public required MatrixCase Page { get; init; }

    /// <summary>The run's record.</summary>
    public required RunRecord Record { get; init; }

    /// <summary>The response as we measured it, in milliseconds; <c>null</c> for none.</summary>
    public double? ResponseMs { get; init; }

    /// <summary>The response as the page measured it, in milliseconds; <c>null</c> for none.</summary>
    public double? TrueResponseMs { get; init; }

    /// <summary>The response to the presentation that the browser itself reports of the result's text, in milliseconds; <c>null</c> where it reports none.</summary>
    public double? PresentedMs { get; init; }

    /// <summary>Ours less the page's, in milliseconds.</summary>
    public double? ResponseError => ResponseMs - TrueResponseMs;

    /// <summary>The culprits that were named, next to the true ones.</summary>
    public IReadOnlyList<CulpritCheck> Culprits { get; init; } = [];

    /// <summary>Our vitals next to the library's.</summary>
    public IReadOnlyList<VitalCheck> Vitals { get; init; } = [];

    /// <summary>By how much the worst timeline fails to add up, in milliseconds.</summary>
    public double WorstSum { get; init; }

    /// <summary>What went wrong altogether; empty where nothing did.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    public static Outcome Of(MatrixCase page, RunRecord record, IReadOnlyList<PageTruth> truth)
    {
        if (record.Failure is not null || record.Status == RunStatus.Error)
            return new Outcome { Page = page, Record = record, Faults = [$"the run {record.Status}: {record.Failure?.Message}"] };
        var step = record.Steps[^2];
        var answered = step.Interactions.LastOrDefault(i => i.Response is not null);
        var told = truth.SelectMany(t => t.Responses).ToArray();
        var outcome = new Outcome
        {
            Page = page,
            Record = record,
            ResponseMs = answered?.Response?.Ms,
            TrueResponseMs = told.Length > 0 ? told[^1] : null,
            PresentedMs = truth.SelectMany(t => t.Presented).Select(p => (double?)p).LastOrDefault(),
            Culprits = [.. CulpritCheck.Of(page, step, answered)],
            Vitals = [.. VitalCheck.Of(record.Pages, truth)],
            WorstSum = record.Steps.SelectMany(s => s.Interactions).SelectMany(Sums).DefaultIfEmpty(0).Max(),
        };
        return outcome with { Faults = [.. outcome.FaultsIn(step)] };
    }

    /// <summary>Everything wrong with it, in words.</summary>
    public IEnumerable<string> Wrongs() =>
    [
        .. Faults,
        .. Culprits.Where(c => !c.Right).Select(c => c.ToString()),
        .. Vitals.Where(v => !v.Right).Select(v => v.ToString()),
    ];

    private static IEnumerable<double> Sums(InteractionResult i)
    {
        if (i.Inp is { } inp)
            yield return Math.Abs(inp.Timeline.Sum(s => s.Ms) - inp.Ms);
        if (i.Response is { } response)
            yield return Math.Abs(response.Timeline.Sum(s => s.Ms) - response.Ms);
    }

    private IEnumerable<string> FaultsIn(StepResult step)
    {
        if (Page.Responds && ResponseMs is null)
            yield return "no response";
        if (Page.Responds && TrueResponseMs is null)
            yield return "the page told nothing";
        if (step.Interactions.Count != Page.Interactions)
            yield return $"{step.Interactions.Count} interactions, not {Page.Interactions}";
        if (Record.Coverage.Missed > 0 || Record.Coverage.Driven != Record.Coverage.Observed + Record.Coverage.Estimated)
            yield return $"coverage {Record.Coverage}";
    }
}

/// <summary>A culprit next to the true one.</summary>
/// <param name="Window"><c>inp</c> or <c>response</c>.</param>
/// <param name="Expected">The true one; <c>null</c> for none.</param>
/// <param name="Named">What was named; <c>null</c> for none.</param>
public sealed record CulpritCheck(string Window, Blamed? Expected, Culprit? Named)
{
    /// <summary>Whether the right one was named, or nobody where nobody is to blame.</summary>
    public bool Right => Named is null ? Expected is null
        : Expected is not null && Named.Kind == Expected.Kind && (Expected.Component is null || Expected.Component == Named.Component);

    /// <summary>Whether a wrong one was named as the browser's own finding.</summary>
    public bool WronglyObserved => !Right && Named?.Confidence is Confidence.Observed or Confidence.Proven;

    public override string ToString() =>
        $"{Window}: {(Named is null ? "nobody" : Named.Component is null ? $"{Named.Kind}" : $"{Named.Kind}/{Named.Component}")} ({Named?.Confidence}), not {Expected?.ToString() ?? "nobody"}";

    internal static IEnumerable<CulpritCheck> Of(MatrixCase page, StepResult step, InteractionResult? answered)
    {
        // A window that should have been instant and was not, on a slow machine, has a culprit that nobody planned.
        if (page.Responds && answered?.Response is { } response && (page.Response is not null || response.Culprit is null))
            yield return new CulpritCheck("response", page.Response, response.Culprit);
        var slowest = step.Interactions.MaxBy(i => i.Inp?.Ms ?? 0)?.Inp;
        if (slowest is not null && (page.Inp is not null || slowest.Culprit is null))
            yield return new CulpritCheck("inp", page.Inp, slowest.Culprit);
    }
}

/// <summary>A vital next to the library's.</summary>
/// <param name="Name">INP, LCP, FCP, TTFB or CLS.</param>
/// <param name="Ours">Our value.</param>
/// <param name="Theirs">The web-vitals library's.</param>
public sealed record VitalCheck(string Name, double Ours, double Theirs)
{
    /// <summary>The distance.</summary>
    public double Error => Math.Abs(Ours - Theirs);

    /// <summary>Whether it is within what rounding explains.</summary>
    public bool Right => Error <= Tolerance(Name);

    /// <summary>How far apart the two may be.</summary>
    public static double Tolerance(string name) => name switch
    {
        "INP" => 0,
        "CLS" => 0.0001,
        _ => 1,
    };

    public override string ToString() => $"{Name} {Ours:0.###}, not {Theirs:0.###}";

    internal static IEnumerable<VitalCheck> Of(IReadOnlyList<PageResult> pages, IReadOnlyList<PageTruth> truth)
    {
        // The last page takes the others' accounts in and has none of its own.
        foreach (var (page, told) in pages.Where(p => p.Navigation == "hard").Zip(truth))
        {
            (string Name, double? Ours)[] values = [("INP", page.InpMs), ("LCP", page.LcpMs), ("FCP", page.FcpMs), ("TTFB", page.TtfbMs), ("CLS", page.Cls)];
            foreach (var (name, ours) in values)
            {
                if (told.Vitals.TryGetValue(name, out var theirs))
                    yield return new VitalCheck(name, ours ?? double.NaN, theirs);
            }
        }
    }
}
