using System.Globalization;
using Synthetic.Benchmarks.Exactness;
using Synthetic.Benchmarks.Exactness.Cases;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Benchmarks.Headers;

/// <summary>What one run made of a header.</summary>
/// <param name="Header">The header.</param>
/// <param name="Culprit">Who was blamed for the response; <c>null</c> for nobody.</param>
/// <param name="Parts">What the server's time was divided into, each with the number that is shown for it.</param>
/// <param name="Served">Where the response was said to be served from; <c>null</c> for nothing said.</param>
/// <param name="Failure">Why there is nothing to judge; <c>null</c> where there is.</param>
public sealed record SentHeaderOutcome(
    SentHeader Header, Culprit? Culprit, IReadOnlyList<(string Name, double Ms)> Parts, string? Served, string? Failure)
{
    /// <summary>How far a number may be from the header's, in milliseconds: a remainder has the errors of all that it remains from.</summary>
    private const double Slack = 1;

    public static SentHeaderOutcome Of(SentHeader header, Outcome outcome)
    {
        if (outcome.Faults.Count > 0)
            return new(header, null, [], null, string.Join("; ", outcome.Faults));
        var step = outcome.Record.Steps[^2];
        var response = step.Interactions[^1].Response;
        var components = (response?.Timeline ?? []).Where(s => s.Kind == SegmentKind.Server).SelectMany(s => s.Components ?? []);
        var answered = step.Requests.LastOrDefault(r => r.ServerTimingBytes is not null);
        return new(header, response?.Culprit, [.. components.Select(c => (c.Name, c.ReportedMs ?? c.Ms))], answered?.ServedFrom?.ToString(), null);
    }

    /// <summary>Who was blamed, in a word.</summary>
    public string Said => Culprit is null ? "nobody" : new Blamed(Culprit.Kind, Culprit.Component).ToString();

    /// <summary>The parts with their numbers.</summary>
    public string Numbers => string.Join(", ", Parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Name} {part.Ms:0.#}")));

    /// <summary>All that is not as it was expected; empty where the header was read right.</summary>
    public IReadOnlyList<string> Wrongs() => Failure is not null ? [Failure] : [.. Judged()];

    private IEnumerable<string> Judged()
    {
        if (Culprit is null || Culprit.Kind != Header.Culprit.Kind || (Header.Culprit.Component is { } component && component != Culprit.Component))
            yield return $"blamed {Said}, not {Header.Culprit}";
        foreach (var (name, ms) in Header.Numbers.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Number))
        {
            if (!Parts.Any(part => part.Name == name && Math.Abs(part.Ms - ms) <= Slack))
                yield return $"{name} is not {ms}";
        }
        if (Served != Header.Served)
            yield return $"served {Served ?? "from nowhere"}, not {Header.Served ?? "from nowhere"}";
    }

    private static (string Name, double Ms) Number(string text) =>
        text.LastIndexOf(' ') is var space ? (text[..space], double.Parse(text[space..], CultureInfo.InvariantCulture)) : default;
}
