namespace Synthetic.Core.Measuring;

/// <summary>A metric as it is written, before the browser makes a number of its duration.</summary>
/// <param name="Name">The name.</param>
/// <param name="Dur">The text of <c>dur</c>; <c>null</c> where there is none.</param>
/// <param name="Description">The text of <c>desc</c>; empty where there is none.</param>
internal sealed record ServerTimingLintEntry(string Name, string? Dur, string Description)
{
    private const int MostCharacters = 512;

    /// <summary>The duration as browsers read it, in milliseconds.</summary>
    internal double Ms => Dur is null ? 0 : LeadingNumber.Of(Dur);

    internal bool CarriesAnId => Name.ToLowerInvariant() is
        "traceparent" or "tracestate" or "baggage" or "sentry-trace" or "trace-id" or "traceid" or "request-id" or "b3";

    internal bool IsTotal => Name.Equals("total", StringComparison.OrdinalIgnoreCase);

    /// <summary>Walks over the header as the browser does; stops where the browser stops.</summary>
    internal static IReadOnlyList<ServerTimingLintEntry> Read(string header)
    {
        var entries = new List<ServerTimingLintEntry>();
        var tokens = new HeaderFieldTokenizer(header);
        while (tokens.TryReadToken(out var name))
        {
            entries.Add(ReadOne(ref tokens, name.ToString()));
            if (!tokens.TryRead(','))
                break;
        }

        return entries;
    }

    /// <summary>How many entries the header means to have: its commas outside quotes tell.</summary>
    internal static int Meant(string header)
    {
        var (meant, quoted) = (1, false);
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i] == '\\' && quoted)
                i++;
            else if (header[i] == '"')
                quoted = !quoted;
            else if (header[i] == ',' && !quoted)
                meant++;
        }

        return meant;
    }

    private static ServerTimingLintEntry ReadOne(ref HeaderFieldTokenizer tokens, string name)
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

        return new(name, dur, description ?? "");
    }
}
