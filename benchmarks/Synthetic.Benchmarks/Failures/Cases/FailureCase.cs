using Synthetic.Core.Scenarios;

namespace Synthetic.Benchmarks.Failures.Cases;

/// <summary>A way to go wrong: a page, what a scenario does on it, and what somebody has to be told.</summary>
/// <param name="Name">What is wrong, in a few words; unique.</param>
/// <param name="Body">The page; empty where the step opens something else.</param>
/// <param name="Step">The step that fails, as a scenario file has it; <c>{site}</c>, <c>{secure}</c>, <c>{closed}</c> and <c>{silent}</c> stand for servers.</param>
/// <param name="Kind">The failure's kind; <c>validate</c> where the file is refused before anything runs.</param>
/// <param name="Says">Parts that the message must have, in that order, with <c>…</c> between them.</param>
public sealed record FailureCase(string Name, string Body, string Step, string Kind, string Says)
{
    /// <summary>Headers that the page is answered with.</summary>
    public (string Name, string Value)? Header { get; init; }

    /// <summary>Changes the scenario where no file can say it.</summary>
    public Func<Scenario, Scenario> Change { get; init; } = scenario => scenario;

    /// <summary>The page's name in addresses.</summary>
    public string Slug => string.Concat(Name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));

    public override string ToString() => Name;
}
