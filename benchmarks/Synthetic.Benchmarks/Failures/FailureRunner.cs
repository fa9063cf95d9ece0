using Synthetic.Benchmarks.Failures.Cases;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Pooling;
using Synthetic.Browser.Scripting;
using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;
using Synthetic.Core.Running;

namespace Synthetic.Benchmarks.Failures;

/// <summary>Goes wrong in a real browser, and says what a person is told.</summary>
public sealed class FailureRunner
{
    private readonly FailureSite _site;
    private readonly ScenarioRunner _runner;

    public FailureRunner(FailureSite site, BrowserPool pool)
    {
        _site = site;
        var source = new BrowserEvidenceSource(pool, ScriptCatalogue.Of(typeof(FailureRunner).Assembly), TimeProvider.System);
        _runner = new ScenarioRunner(source, TimeProvider.System, "benchmark");
    }

    /// <summary>The browser of the last run.</summary>
    public string? Browser { get; private set; }

    /// <summary>Does one, as its file says.</summary>
    public async Task<FailureOutcome> RunAsync(FailureCase one)
    {
        var opens = one.Body.Length > 0 ? $$"""{ "goto": "/case/{{one.Slug}}" }, """ : "";
        var step = _site.WithServers(one.Step);
        var file = WrittenFile.Read(_site.Uri, $$"""{{opens}}{{step[..^2]}}, "timeout": "4s" }""");
        if (file.Errors is [var error, ..])
            return Of(one, "validate", error.ToString(), []);
        var record = await _runner.RunAsync(one.Change(file.Scenarios.Single()), RunSlot.Manual, null, CancellationToken.None);
        Browser = record.Evidence?.Browser ?? Browser;
        return record.Failure is { } failure
            ? Of(one, Words.Of(failure.Kind), failure.Message, failure.Candidates ?? [])
            : Of(one, "none", $"it did not fail, it was {Words.Of(record.Status)}", []);
    }

    private FailureOutcome Of(FailureCase one, string kind, string message, IReadOnlyList<Candidate> candidates) => new(one, kind, message, candidates, _site.WithServers(one.Says));
}

/// <summary>What came of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Kind">The failure's kind.</param>
/// <param name="Message">Its message.</param>
/// <param name="Candidates">The elements that it names.</param>
/// <param name="Says">What the message must have, with the servers' real names.</param>
public sealed record FailureOutcome(FailureCase Case, string Kind, string Message, IReadOnlyList<Candidate> Candidates, string Says)
{
    /// <summary>What is not as it should be; empty where all is.</summary>
    public string Wrong()
    {
        if (Kind != Case.Kind)
            return $"is of the kind {Kind}, not {Case.Kind}: {Message}";
        var at = 0;
        foreach (var part in Says.Split('…', StringSplitOptions.TrimEntries))
        {
            var found = Message.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
                return $"does not say \"{part}\": {Message}";
            at = found + part.Length;
        }
        return "";
    }
}
