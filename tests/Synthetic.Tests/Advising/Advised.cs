using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Advising;

/// <summary>Advice as tests look at it, and the evidence that several of them need.</summary>
internal static class Advised
{
    public const string Page = EvidenceBuilder.Page;

    /// <summary>Advice of one kind in the first step.</summary>
    public static IReadOnlyList<Advice> Advice(this EvidenceBuilder evidence, string kind) =>
        [.. evidence.Record().Steps[0].Advice.Where(a => a.Kind == kind)];

    public static void AssertSays(this EvidenceBuilder evidence, string kind, double? saving, string text)
    {
        var advice = evidence.Advice(kind);
        Assert.That(advice, Has.Count.EqualTo(1));
        Assert.That(advice[0].Text, Is.EqualTo(text));
        Assert.That(advice[0].SavingMs, saving is { } ms ? Is.EqualTo(ms).Within(0.05) : Is.Null);
    }

    public static void AssertSilent(this EvidenceBuilder evidence, string kind) => Assert.That(evidence.Advice(kind), Is.Empty);

    /// <summary>Requests of 45 ms each, one after the other.</summary>
    /// <param name="evidence">Where they are added.</param>
    /// <param name="paths">What they ask for.</param>
    /// <param name="from">Start of the first, after the click.</param>
    /// <param name="gap">From the end of one to the start of the next; below 0 they overlap.</param>
    /// <param name="method">Their method.</param>
    /// <param name="initiator">What asked for them.</param>
    public static EvidenceBuilder Row(
        this EvidenceBuilder evidence, string[] paths, double from = 6, double gap = 3, string method = "GET", string initiator = "fetch")
    {
        foreach (var path in paths)
        {
            evidence.Fetches(from, 40, "db;dur=38", url: Page + path, method: method, initiator: initiator);
            from += 45 + gap;
        }
        return evidence;
    }

    /// <summary>A connection that had to be set up first; the rest comes so much later.</summary>
    public static ResourceTiming Connecting(this ResourceTiming entry, double ms) => entry with
    {
        ConnectEnd = entry.ConnectStart + ms,
        RequestStart = entry.RequestStart + ms,
        ResponseStart = entry.ResponseStart + ms,
        ResponseEnd = entry.ResponseEnd + ms,
    };
}
