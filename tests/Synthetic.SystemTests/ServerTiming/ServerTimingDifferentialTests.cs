using System.Globalization;
using System.Text.Json;
using Synthetic.Core.ServerTiming;

namespace Synthetic.SystemTests.ServerTiming;

/// <summary>
/// Our reading of Server-Timing against the browser's own, on generated headers. SYNTHETIC_PROPERTY_CASES sets how many
/// are tried, SYNTHETIC_PROPERTY_SEED which.
/// </summary>
[Parallelizable]
public sealed class ServerTimingDifferentialTests
{
    private const int MostRounds = 100;

    private HeaderOracle _browser = null!;

    [OneTimeSetUp]
    public void Open() => _browser = new HeaderOracle();

    [OneTimeTearDown]
    public async Task Close() => await _browser.DisposeAsync();

    [Test]
    public async Task WeReadEveryHeaderAsTheBrowserDoes()
    {
        var (cases, seed) = (Setting("CASES", 1500), Setting("SEED", 1));
        var (spoken, metrics) = (0, 0);
        await foreach (var heard in _browser.HearAsync(Enumerable.Range(0, cases).Select(i => RandomHeader.Of(unchecked(seed + i)))))
        {
            spoken += heard.Page.Count > 0 ? 1 : 0;
            metrics += heard.Page.Count;
            if (Difference(heard) is not null)
                await FailAsync(heard, seed);
        }

        await TestContext.Progress.WriteLineAsync($"{cases} headers of seed {seed}: {spoken} with metrics, {metrics} metrics, all read alike");
        Assert.That(spoken, Is.GreaterThan(cases / 2), "headers without any metric prove nothing");
    }

    [Test]
    public async Task ADifferenceIsFoundAndMadeSmall()
    {
        var smallest = await SmallestAsync(["cache, db;dur=1;desc=\"x\"", "y;desc=zzz"], heard => heard.Page.Any(m => m.Name == "db") ? "db" : null);
        Assert.That(smallest, Is.EqualTo(["db"]));
    }

    private async Task FailAsync(HeardHeader heard, int seed)
    {
        var smallest = await SmallestAsync(heard.Sent, Difference);
        var again = await _browser.HearAsync([smallest]).FirstAsync();
        Assert.Fail($"Seed {seed}. {Difference(again)}\nsmallest: {Text(smallest)}\nfound in: {Text(heard.Sent)}");
    }

    /// <summary>Leaves out piece after piece, as long as what is left still differs.</summary>
    private async Task<IReadOnlyList<string>> SmallestAsync(IReadOnlyList<string> fields, Func<HeardHeader, string?> difference)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var smaller = await _browser.HearAsync(Smaller(fields)).FirstOrDefaultAsync(heard => difference(heard) is not null);
            if (smaller is null)
                break;
            fields = smaller.Sent;
        }

        return fields;
    }

    private static IEnumerable<IReadOnlyList<string>> Smaller(IReadOnlyList<string> fields)
    {
        if (fields.Count > 1)
        {
            for (var i = 0; i < fields.Count; i++)
                yield return [.. fields.Where((_, at) => at != i)];
        }

        for (var piece = fields.Max(f => f.Length); piece > 0; piece /= 2)
        {
            for (var i = 0; i < fields.Count; i++)
            {
                for (var at = 0; at + piece <= fields[i].Length; at += piece)
                    yield return [.. fields.Select((field, index) => index == i ? field.Remove(at, piece) : field)];
            }
        }
    }

    private static string? Difference(HeardHeader heard)
    {
        var page = Text(heard.Page.Take(ServerTimingHeader.MaxMetrics).Select(Kept));
        // HTTP takes the white space around a value off before anybody reads it.
        var wire = Text(ServerTimingHeader.ParseAll(heard.Sent.Select(field => field.Trim(' ', '\t'))));
        if (wire != page)
            return $"The browser reads {page}, we read {wire}.";
        var driver = Text(ServerTimingHeader.ParseAll(heard.Driver));
        return driver == page ? null : $"The browser reads {page}, we read {driver} of what the network layer hands over: {Text(heard.Driver)}.";
    }

    /// <summary>What we keep on purpose of what a browser reads.</summary>
    private static ServerTimingMetric Kept(ServerTimingMetric m) => new(
        m.Name[..Math.Min(m.Name.Length, ServerTimingHeader.MaxNameLength)],
        double.IsFinite(m.Ms) ? m.Ms : 0,
        m.Description[..Math.Min(m.Description.Length, ServerTimingHeader.MaxDescriptionLength)]);

    // Round-trip numbers differ where a single bit does, and JSON shows every odd character.
    private static string Text(IEnumerable<ServerTimingMetric> metrics) =>
        Text(metrics.SelectMany(m => new[] { m.Name, m.Ms.ToString("R", CultureInfo.InvariantCulture), m.Description }));

    private static string Text(IEnumerable<string> texts) => JsonSerializer.Serialize(texts);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable($"SYNTHETIC_PROPERTY_{name}"), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
