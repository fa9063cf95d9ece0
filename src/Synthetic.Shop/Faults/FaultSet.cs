using System.Diagnostics.CodeAnalysis;

namespace Synthetic.Shop;

/// <summary>What is wrong with the shop, on purpose. Everything is 0 or off by default; docs/shop.md says what each does.</summary>
public sealed record FaultSet
{
    /// <summary>A shop without faults.</summary>
    public static FaultSet None { get; } = new();

    /// <summary>The keys a fault can be given by, in the order of the documentation.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. FaultKey.All.Select(k => k.Name)];

    /// <summary><c>db</c>: milliseconds added to the database's time.</summary>
    public int DbMs { get; init; }

    /// <summary><c>cache</c>: milliseconds added to the cache's time.</summary>
    public int CacheMs { get; init; }

    /// <summary><c>auth</c>: milliseconds added to the session check.</summary>
    public int AuthMs { get; init; }

    /// <summary><c>external</c>: milliseconds a second service takes, called over HTTP.</summary>
    public int ExternalMs { get; init; }

    /// <summary><c>transit</c>: milliseconds no header reports.</summary>
    public int TransitMs { get; init; }

    /// <summary><c>handler</c>: milliseconds the click handler works before it sends its request.</summary>
    public int HandlerMs { get; init; }

    /// <summary><c>input-delay</c>: milliseconds another task keeps the click waiting.</summary>
    public int InputDelayMs { get; init; }

    /// <summary><c>post</c>: milliseconds the page works between the answer and showing it.</summary>
    public int PostMs { get; init; }

    /// <summary><c>render</c>: number of nodes the confirmation adds to the page.</summary>
    public int RenderNodes { get; init; }

    /// <summary><c>sync</c>: a synchronous request instead of an awaited one.</summary>
    public bool Sync { get; init; }

    /// <summary><c>navigate</c>: the order is sent by a form and answered by a new page.</summary>
    public bool Navigate { get; init; }

    /// <summary><c>third-party</c>: milliseconds another origin takes, awaited before the order.</summary>
    public int ThirdPartyMs { get; init; }

    /// <summary><c>duplicate</c>: number of identical requests before the order.</summary>
    public int Duplicates { get; init; }

    /// <summary><c>serial</c>: number of different requests, one after the other, before the order.</summary>
    public int Serial { get; init; }

    /// <summary><c>parallel</c>: number of different requests, all at once, before the order.</summary>
    public int Parallel { get; init; }

    /// <summary><c>debounce</c>: milliseconds a timer holds the request back.</summary>
    public int DebounceMs { get; init; }

    /// <summary><c>bloat</c>: number of useless metrics added to the header.</summary>
    public int Bloat { get; init; }

    /// <summary><c>error</c>: the status that placing an order fails with; 1 stands for 500, 0 for no failure.</summary>
    public int ErrorStatus { get; init; }

    /// <summary><c>no-header</c>: no response carries Server-Timing.</summary>
    public bool NoHeader { get; init; }

    /// <summary>Reads faults such as <c>db=400</c>, <c>external=1.5s</c>, <c>sync=1</c>.</summary>
    /// <param name="pairs">One fault each; the last of a key wins.</param>
    /// <param name="faults">The faults; <see cref="None"/> when a pair is wrong.</param>
    /// <param name="error">Null, or every mistake, one a line, with the key, the allowed range and the actual value.</param>
    /// <returns>Whether every pair was right.</returns>
    public static bool TryParse(IEnumerable<string> pairs, out FaultSet faults, [NotNullWhen(false)] out string? error) =>
        None.TryChange(pairs, out faults, out error);

    /// <summary>The faults that are set, as <see cref="TryParse"/> reads them.</summary>
    /// <returns>One pair each; empty without faults.</returns>
    public IReadOnlyList<string> ToPairs() =>
        [.. FaultKey.All.Where(k => k.Get(this) != 0).Select(k => $"{k.Name}={k.Get(this)}")];

    /// <inheritdoc />
    public override string ToString() => string.Join(' ', ToPairs());

    internal bool TryChange(IEnumerable<string> pairs, out FaultSet faults, [NotNullWhen(false)] out string? error)
    {
        faults = this;
        var errors = new List<string>();
        foreach (var pair in pairs)
        {
            if (FaultText.TryApply(pair, ref faults) is { } mistake)
                errors.Add(mistake);
        }

        error = errors.Count == 0 ? null : string.Join('\n', errors);
        if (error is not null)
            faults = None;
        return error is null;
    }
}
