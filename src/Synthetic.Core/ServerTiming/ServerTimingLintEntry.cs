namespace Synthetic.Core.ServerTiming;

/// <summary>A metric as it is written, before the browser makes a number of its duration.</summary>
/// <param name="Name">The name, as long as a record keeps it.</param>
/// <param name="Dur">The text of <c>dur</c>; <c>null</c> where there is none.</param>
/// <param name="Description">The text of <c>desc</c>; empty where there is none.</param>
/// <param name="Ms">The duration as browsers read it, in milliseconds; 0 past the metrics that are kept.</param>
internal sealed record ServerTimingLintEntry(string Name, string? Dur, string Description, double Ms)
{
    private const int MostCharacters = 512;

    public bool CarriesAnId => MetricVocabulary.IsId(Name);

    public bool IsTotal => Name.Equals("total", StringComparison.OrdinalIgnoreCase);

    /// <summary>Walks over the header as the browser does; stops where the browser stops.</summary>
    public static IReadOnlyList<ServerTimingLintEntry> Read(string header)
    {
        var entries = new List<ServerTimingLintEntry>();
        var read = ServerTimingHeader.Parse(header);
        var tokens = new HeaderFieldTokenizer(header);
        while (tokens.TryReadToken(out var name))
        {
            entries.Add(ReadOne(ref tokens, Kept(name), entries.Count < read.Count ? read[entries.Count].Ms : 0));
            if (!tokens.TryRead(','))
                break;
        }

        return entries;
    }

    /// <summary>The names as somebody meant them: commas outside quotes end an entry, a semicolon ends its name.</summary>
    public static IReadOnlyList<string> NamesAsWritten(string header)
    {
        var names = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i <= header.Length; i++)
        {
            if (i < header.Length && header[i] == '\\' && quoted)
                i++;
            else if (i < header.Length && header[i] == '"')
                quoted = !quoted;
            else if (i == header.Length || (header[i] == ',' && !quoted))
            {
                names.Add(NameOf(header.AsSpan(start..i)));
                start = i + 1;
            }
        }

        // A comma at the very end is sloppy and harmless.
        return names is [.., ""] ? names[..^1] : names;
    }

    private static string NameOf(ReadOnlySpan<char> entry)
    {
        var end = entry.IndexOf(';');
        return Kept((end < 0 ? entry : entry[..end]).Trim());
    }

    // As long as a record keeps it: nobody reads more, and a header may be one name of a megabyte.
    private static string Kept(ReadOnlySpan<char> name) => name[..Math.Min(name.Length, ServerTimingHeader.MaxNameLength)].ToString();

    private static ServerTimingLintEntry ReadOne(ref HeaderFieldTokenizer tokens, string name, double ms)
    {
        string? dur = null;
        string? description = null;
        tokens.SkipToSeparator();
        while (tokens.TryRead(';') && tokens.TryReadToken(out var parameter))
        {
            var value = "";
            if (tokens.TryRead('='))
            {
                value = tokens.ReadTokenOrQuotedString(MostCharacters);
                tokens.SkipToSeparator();
            }

            if (parameter.Equals("dur", StringComparison.OrdinalIgnoreCase))
                dur ??= value;
            else if (parameter.Equals("desc", StringComparison.OrdinalIgnoreCase))
                description ??= value;
        }

        return new(name, dur, description ?? "", ms);
    }
}
