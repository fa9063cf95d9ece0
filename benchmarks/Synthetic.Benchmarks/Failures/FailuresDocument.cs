using System.Text;
using System.Text.RegularExpressions;
using Synthetic.Benchmarks.Failures.Cases;

namespace Synthetic.Benchmarks.Failures;

/// <summary>The document that has a row for each way to go wrong.</summary>
/// <param name="outcomes">What came of each.</param>
/// <param name="site">The servers, whose ports are others each time.</param>
/// <param name="browser">The browser's name, version and kind.</param>
internal sealed partial class FailuresDocument(IReadOnlyList<FailureOutcome> outcomes, FailureSite site, string browser)
{
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(
            $"""
            # What failures say

            Written by a program, which goes wrong in each of these ways on pages and servers of its own, in {browser}; the messages are those that
            records, the terminal, JUnit and alerts have:

            ```console
            $ dotnet run -c Release --project benchmarks/Synthetic.Benchmarks -- failures
            ```

            A message says what was to be done and how long it waited, then why it could not, then what else went on in the step. What it takes from the page is in quotes, on
            one line, cut, and without [secrets](scenarios.md#durations-and-environment-values). The page is looked at only after a step has failed, for 1.5 s at most.

            | kind | the trouble is with |
            |---|---|
            | `scenario` | the scenario: it can't be run as it is written. No alert says that the [target fails](alerts.md#what-is-judged) |
            | `validate` | the file: `validate`, `run` and `worker` refuse it, and start nothing. Not a kind of failure, since nothing ran |
            | `expectation` | what the step expects: it did not come to show |
            | `timeout` | time: something was not there, or not to be used, before it was over |
            | `navigation` | a page that could not be opened |
            | `http` | a page that was answered with an error status |
            | `script` | code: the scenario's own in C# threw |
            | `browser` | the browser or the page's process |
            """);
        Section(text, "Finding elements", LocatorCases.All);
        Section(text, "Using them", ActionCases.All);
        Section(text, "Pages", PageCases.All);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private void Section(StringBuilder text, string title, IEnumerable<FailureCase> cases)
    {
        text.AppendLine().AppendLine($"## {title}").AppendLine().AppendLine("| what is wrong | step | kind | message |").AppendLine("|---|---|---|---|");
        string[] names = [.. cases.Select(one => one.Name)];
        foreach (var outcome in outcomes.Where(outcome => names.Contains(outcome.Case.Name)))
            text.AppendLine($"| {outcome.Case.Name} | {Code(site.WithServers(outcome.Case.Step))} | `{outcome.Kind}` | {Escaped(Named(outcome.Message))} |");
    }

    private string Code(string step) => $"`{Named(step).Replace("|", "\\|", StringComparison.Ordinal)}`";

    // The ports are others each time, and a page's own address has the name of what is wrong with it.
    private string Named(string text) => CaseAddress().Replace(
        site.Servers.Aggregate(text, (result, server) => result.Replace(server.Value, $"{server.Key}.example", StringComparison.Ordinal)), "/shop");

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);

    [GeneratedRegex("/case/[a-z0-9-]+")]
    private static partial Regex CaseAddress();
}
