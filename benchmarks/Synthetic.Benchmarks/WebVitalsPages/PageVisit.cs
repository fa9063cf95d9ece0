using Synthetic.Benchmarks.Exactness.Cases;
using Synthetic.Core.Scenarios;

namespace Synthetic.Benchmarks.WebVitalsPages;

/// <summary>One of the library's test pages, with the query that a test of its asks for, and what that test does there.</summary>
/// <param name="Address">The page and its query: <c>cls?lazyLoad=1</c>.</param>
/// <param name="Does">What is done, for people.</param>
internal sealed record PageVisit(string Address, string Does = "")
{
    /// <summary>Where a visit ends: nothing that is measured. The page before it is left, and so finds its last values.</summary>
    public const string End = "test/css/styles.css";

    /// <summary>What is done, as steps.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>What is done, where steps cannot say it: a class in <c>Scripts</c>.</summary>
    public Type? Script { get; init; }

    /// <summary>Why a value differs, by its name.</summary>
    public IReadOnlyDictionary<string, string> Reasons { get; init; } = new Dictionary<string, string>();

    /// <summary>What a page shows once the library has had time to report its first byte.</summary>
    private static Expectation Asked { get; } = new() { Title = "(asked)" };

    /// <summary>Whether the page loads the library only after an input.</summary>
    public bool IsLate => Address.Contains("loadAfterInput=1", StringComparison.Ordinal);

    /// <summary>Unique.</summary>
    public string Name => Does.Length > 0 ? $"{Address}: {Does}" : Address;

    /// <summary>Its name in a table.</summary>
    public string Title => Does.Length > 0 ? $"`{Address}` {Does}" : $"`{Address}`";

    /// <summary>Whether the page asks the library for its routes too.</summary>
    public bool HasRoutes => Address.Contains("reportSoftNavs=1", StringComparison.Ordinal);

    /// <summary>The same, with a reason why values differ.</summary>
    public PageVisit Differs(string reason, params string[] names) =>
        this with { Reasons = names.Aggregate(Reasons, (all, name) => new Dictionary<string, string>(all) { [name] = reason }) };

    /// <summary>The visit as a run of ours.</summary>
    /// <param name="site">Where the pages are.</param>
    public Scenario Scenario(Uri site) => new()
    {
        Name = Name,
        BaseUrl = Script is null ? site : new Uri(site, $"test/{Address}"),
        Causes = CauseRule.Never,
        Timeout = TimeSpan.FromSeconds(60),
        Script = Script?.Name,
        Steps = Script is not null ? [] :
        [
            .. new[] { Do.Of(StepAction.Goto, null, $"/test/{Address}") }
                .Concat(Steps)
                .Select((step, index) => index == Steps.Count || (step.Action == StepAction.Goto && !IsLate) ? step with { Expect = Asked } : step)
                .Append(Do.Of(StepAction.Goto, null, $"/{End}"))
                .Select((step, index) => step with { Index = index }),
        ],
    };
}
