using System.Text;

namespace Synthetic.Core.ServerTiming;

/// <summary>Says what is wrong with a <c>Server-Timing</c> header: what browsers misread, what breaks on its way, what gives too much away.</summary>
public static class ServerTimingLint
{
    /// <summary>Over this a header takes room that cookies and the rest need, in bytes.</summary>
    public const int LargeBytes = 2 * 1024;

    /// <summary>Over this nginx, by default, answers 502 (<c>proxy_buffer_size</c>: one page), in bytes.</summary>
    public const int RiskyBytes = 4 * 1024;

    /// <summary>Over this many servers and proxies refuse the response (Tomcat, Apache httpd: 8 KB), in bytes.</summary>
    public const int RefusedBytes = 8 * 1024;

    private const double MinuteMs = 60_000;

    /// <summary>Lints a header.</summary>
    /// <param name="fields">The value of each field, in the order they were sent.</param>
    /// <param name="waitMs">How long the first byte was waited for, in milliseconds; <c>null</c> where not measured.</param>
    /// <returns>
    /// The findings: on the header first, then metric by metric, as far as metrics are kept in a run record; empty for a good header.
    /// </returns>
    public static IReadOnlyList<ServerTimingLintFinding> Of(IReadOnlyList<string> fields, double? waitMs = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var header = string.Join(", ", fields);
        var entries = ServerTimingLintEntry.Read(header);
        // A page of findings helps; a hostile header would make thousands.
        var kept = entries.Take(ServerTimingHeader.MaxMetrics).ToList();
        return
        [
            .. Size(fields),
            .. Syntax(header, entries),
            .. ServerTimingLintTimes.Of(kept, waitMs),
            .. Duplicates(kept),
            .. kept.SelectMany(Metric),
        ];
    }

    /// <summary>Size of the fields' values, in bytes.</summary>
    /// <param name="fields">The value of each field.</param>
    public static int Bytes(IReadOnlyList<string> fields) => fields.Sum(Encoding.UTF8.GetByteCount);

    private static IEnumerable<ServerTimingLintFinding> Size(IReadOnlyList<string> fields)
    {
        var bytes = Bytes(fields);
        if (bytes > RefusedBytes)
            yield return Error(null, $"the header has {bytes} bytes: over {RefusedBytes} many servers and proxies refuse the whole response");
        else if (bytes > RiskyBytes)
            yield return Warning(null, $"the header has {bytes} bytes: over {RiskyBytes} nginx as a proxy answers 502 unless told otherwise");
        else if (bytes > LargeBytes)
            yield return Note(null, $"the header has {bytes} bytes: over {LargeBytes} it competes with cookies for the room that proxies give all headers");
    }

    private static IEnumerable<ServerTimingLintFinding> Syntax(string header, IReadOnlyList<ServerTimingLintEntry> entries)
    {
        var written = ServerTimingLintEntry.NamesAsWritten(header);
        foreach (var (entry, name) in entries.Take(ServerTimingHeader.MaxMetrics).Zip(written).Where(pair => pair.First.Name != pair.Second))
            yield return Error(entry.Name, $"is written \"{Short(name)}\": a name is a token, and browsers cut it at the first space, slash or quote");
        foreach (var entry in entries.Take(ServerTimingHeader.MaxMetrics).Where(entry => IsInSingleQuotes(entry, header)))
            yield return Error(entry.Name, $"desc={Short(entry.Description)} begins with a single quote, which does not quote: browsers end it at the first space; write double quotes");
        if (header.Contains('\0'))
            yield return Error(null, "there is a NUL in it: browsers and proxies refuse the whole response");
        if (entries.Count == 0)
            yield return Error(null, "there is no metric that a browser can read");
        else if (entries.Count < written.Count)
            yield return Error(null, $"browsers read {entries.Count} of {written.Count} entries and stop at \"{Short(written[entries.Count])}\": an entry begins with a token");
        if (entries.Count > ServerTimingHeader.MaxMetrics)
            yield return Warning(null, $"there are {entries.Count} metrics: only {ServerTimingHeader.MaxMetrics} are kept in a run record");
    }

    // Within double quotes an apostrophe is one.
    private static bool IsInSingleQuotes(ServerTimingLintEntry entry, string header) =>
        entry.Description.StartsWith('\'') && header.Contains($"={entry.Description}", StringComparison.Ordinal);

    private static IEnumerable<ServerTimingLintFinding> Duplicates(IReadOnlyList<ServerTimingLintEntry> entries) =>
        from entry in entries
        group entry by entry.Name into same
        // A flag may be set twice: nobody adds it up.
        where same.Count() > 1 && same.Any(entry => entry.Dur is not null)
        select Warning(same.Key, $"occurs {same.Count()} times: send one metric with the sum, since many tools read only one");

    private static IEnumerable<ServerTimingLintFinding> Metric(ServerTimingLintEntry entry)
    {
        if (entry.CarriesAnId)
            yield return IdFinding(entry);
        else if (Duration(entry) is { } finding)
            yield return finding;
        if (!Ascii.IsValid(entry.Description))
            yield return Warning(entry.Name, $"the description has text outside ASCII (\"{Short(entry.Description)}\"): a header is bytes, and browsers make each of them a character of its own; write ASCII");
        foreach (var leak in ServerTimingLintLeaks.Of(entry))
            yield return leak;
    }

    private static ServerTimingLintFinding IdFinding(ServerTimingLintEntry entry) => MetricVocabulary.IdentifiesVisitor(entry.Name)
        ? Warning(entry.Name, "identifies a visitor, to every script that can read the header: send it in a cookie, or not at all")
        : entry.Dur is null
        ? Note(entry.Name, "carries an id, not time: it is left out of every timeline")
        : Warning(entry.Name, $"carries an id, not time, yet has dur={Short(entry.Dur)}: tools will add it up");

    private static ServerTimingLintFinding? Duration(ServerTimingLintEntry entry)
    {
        // With a description and no duration it is a label.
        if (entry is { Dur: null, Description.Length: > 0 })
            return null;
        if (entry.Dur is not { } dur)
            return Note(entry.Name, "has no dur and counts as 0 ms: fine for a flag such as \"miss\", a mistake for a duration");
        if (!ServerTimingHeader.TryReadNumber(dur, out var number))
        {
            return dur.TrimStart() is [>= '0' and <= '9', ..]
                ? Error(entry.Name, $"dur={Short(dur)} has something after the number, and current browsers read 0 ms: write bare milliseconds")
                : Error(entry.Name, $"dur=\"{Short(dur)}\" is not a number: browsers read 0 ms");
        }

        if (!double.IsFinite(number))
            return Error(entry.Name, $"dur={Short(dur)} is too large for a number: it counts as 0 ms");
        if (entry.Ms < 0)
            return Error(entry.Name, $"dur={Short(dur)} is negative: the clock was set back, or start and end are swapped");
        return entry.Ms > MinuteMs
            ? Warning(entry.Name, $"dur={Short(dur)} is over a minute: this looks like microseconds or nanoseconds; Server-Timing counts milliseconds")
            : null;
    }

    internal static string Short(string text) => text.Length <= 40 ? text : text[..39] + "…";

    internal static ServerTimingLintFinding Error(string? metric, string message) => new(ServerTimingLintLevel.Error, metric, message);

    internal static ServerTimingLintFinding Warning(string? metric, string message) => new(ServerTimingLintLevel.Warning, metric, message);

    internal static ServerTimingLintFinding Note(string? metric, string message) => new(ServerTimingLintLevel.Note, metric, message);
}
