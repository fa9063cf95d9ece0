using Synthetic.Browser.Observing;
using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Explaining;

/// <summary>What went on beside a step that failed: any of it may be why.</summary>
internal sealed record Meanwhile
{
    private const int MostNamed = 3;
    private const string OfPolicy = "violates the following Content Security Policy directive";

    /// <summary>Requests that failed, were blocked or are not answered, a sentence each.</summary>
    public IReadOnlyList<string> Requests { get; init; } = [];

    /// <summary>How many requests the step made.</summary>
    public int RequestCount { get; init; }

    /// <summary>The addresses that its page was redirected to, one after another.</summary>
    public IReadOnlyList<string> Redirects { get; init; } = [];

    /// <summary>Dialogs, pop-ups, downloads and errors of scripts.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    /// <summary>What the page wrote to the console as errors.</summary>
    public IReadOnlyList<string> ConsoleErrors { get; init; } = [];

    /// <summary>The incidents of a kind.</summary>
    public IReadOnlyList<string> Of(string kind) => [.. Incidents.Where(i => i.Kind == kind).Select(i => i.Text)];

    /// <summary>That nothing of this can be why; <c>null</c> where something may be.</summary>
    public string? WentWell() => this is not { Requests: [], Incidents: [], ConsoleErrors: [] } ? null : $"{RequestCount switch
    {
        0 => "the step made no request",
        1 => "its one request was answered without an error",
        _ => $"its {RequestCount} requests were answered without an error",
    }}, and no script threw: an earlier step is missing, or something else is to be expected, or the page is at fault, and this message is for its developers";

    /// <summary>All of it, a sentence each, what explains most first.</summary>
    public IEnumerable<string> Said(PageText text)
    {
        if (Of("popup") is [var popup, ..])
            yield return $"a pop-up was opened ({text.Show(popup, 200)}), and the step looked in the page that it began on: check the pop-up in a step of its own after this one, with \"in\": \"popup\"";
        if (Of("download") is [var download, ..])
            yield return $"a download was begun: {text.Show(download, 200)}; the page stays as it was, so expect the answer itself: \"expect\": {{ \"response\": {{ \"url\": {text.Quote(AddressOf(download), 200)} }} }}";
        if (Of("dialog") is { Count: > 0 } dialogs)
            yield return dialogs.Count > 1 ? $"the page opened {dialogs.Count} dialogs, the first {text.Show(dialogs[0], 200)}" : $"the page opened a dialog: {text.Show(dialogs[0], 200)}{(dialogs[0].EndsWith("(dismissed)", StringComparison.Ordinal) ? ": to accept it, add \"dialog\": \"accept\" to the step" : "")}";
        if (Of("page-error") is [var thrown, ..] errors)
            yield return $"a script of the page threw{(errors.Count > 1 ? $" {errors.Count} times, first" : "")}: {Thrown(thrown, text)}";
        foreach (var request in Requests.Where(request => !IsDownload(request)).Take(MostNamed))
            yield return text.Show(request, 300);
        if (Requests.Any(request => request.EndsWith(NotedRequest.Unanswered, StringComparison.Ordinal)))
            yield return "if an answer may take so long, give the step a longer \"timeout\"; if not, its server is slow or hangs, which is for its operators";
        foreach (var error in ConsoleErrors.Where(error => !SaysAgainOfPolicy(error)).Take(MostNamed))
            yield return error.Contains(OfPolicy, StringComparison.Ordinal)
                ? $"the page's own Content Security Policy forbids something that its site has to allow, if it is meant: {text.Quote(error, 300)}"
                : $"its console says {text.Quote(error, 200)}";
    }

    /// <summary>An error and the line that threw it.</summary>
    private static string Thrown(string error, PageText text)
    {
        var lines = error.Split('\n', StringSplitOptions.TrimEntries);
        var at = lines.FirstOrDefault(line => line.StartsWith("at ", StringComparison.Ordinal));
        return text.Show(lines[0], 200) + (at is null ? "" : $" ({text.Show(at, 150)})");
    }

    /// <summary>The browser tells of one breach twice: by the directive, and by the request.</summary>
    private bool SaysAgainOfPolicy(string error) =>
        error.Contains("violates the document's Content Security Policy", StringComparison.Ordinal) && ConsoleErrors.Any(other => other.Contains(OfPolicy, StringComparison.Ordinal));

    private static string AddressOf(string download) => download.Split(" from ")[^1].Split(' ')[0];

    /// <summary>A page's request that becomes a download is broken off, which is no trouble of its own.</summary>
    private bool IsDownload(string request) => Of("download").Any(download => request.Contains($" {AddressOf(download)} ", StringComparison.Ordinal));
}
