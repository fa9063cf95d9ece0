using System.Text;

namespace Synthetic.Benchmarks.Headers;

/// <summary>The document that says how each header was read.</summary>
/// <param name="outcomes">Every run.</param>
/// <param name="browser">The browser's name, version and kind.</param>
internal sealed class HeadersTable(IReadOnlyList<SentHeaderOutcome> outcomes, string browser)
{
    public string ToMarkdown()
    {
        // Of several runs the worst one counts.
        SentHeaderOutcome[] rows = [.. outcomes.GroupBy(o => o.Header).Select(same => same.MaxBy(o => o.Wrongs().Count)!)];
        var text = new StringBuilder();
        text.AppendLine(
            $"""
            # Server-Timing headers of systems in use

            Written by a program, from what it measured; nothing here is put in by hand:

            ```console
            $ dotnet run -c Release --project benchmarks/Synthetic.Benchmarks -- headers
            ```

            A click on a real page waits for a fetch that is answered after the given time and with the given header, {outcomes.Count} runs in all, on {browser}.
            What is expected is what somebody who knows the system reads in its header: who is to blame, with the numbers that have to be shown within 1 ms.
            {rows.Count(o => o.Wrongs().Count == 0)} of {rows.Length} headers are read right in every run. How it is done: [server-timing](server-timing.md#how-a-wait-is-divided).

            | system | wait | expected | said | its numbers | served | |
            |---|--:|---|---|---|---|---|
            """);
        foreach (var row in rows)
            text.AppendLine(Row(row));
        text.AppendLine(
            """

            ## The headers

            A line is a field. They come from public captures; ids are shortened, small numbers scaled as noted, and the two that are composed show
            a network in front of a server that speaks for itself.
            """);
        foreach (var row in rows)
        {
            text.AppendLine().AppendLine($"**{row.Header.System}**").AppendLine().AppendLine("```");
            foreach (var field in row.Header.Fields)
                text.AppendLine($"Server-Timing: {field.Trim()}");
            text.AppendLine("```");
        }
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Row(SentHeaderOutcome row)
    {
        var sent = row.Header;
        var expected = sent.Numbers.Length > 0 ? $"{sent.Culprit}: {sent.Numbers}" : $"{sent.Culprit}";
        var wrongs = row.Wrongs();
        return $"| {sent.System} | {sent.WaitMs:0} | {expected} | {row.Said} | {(row.Parts.Count > 0 ? row.Numbers : "–")} | {row.Served ?? "–"} | {(wrongs.Count == 0 ? "right" : $"**wrong**: {string.Join("; ", wrongs)}")} |";
    }
}
