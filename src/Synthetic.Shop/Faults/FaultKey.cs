namespace Synthetic.Shop;

/// <summary>One fault a shop can have: how it is called, what it takes, and where it is kept.</summary>
internal sealed record FaultKey(string Name, FaultUnit Unit, int Max, Func<FaultSet, int> Get, Func<FaultSet, int, FaultSet> With)
{
    private const int MostMs = 60_000;

    internal static IReadOnlyList<FaultKey> All { get; } =
    [
        Ms("db", f => f.DbMs, (f, v) => f with { DbMs = v }),
        Ms("cache", f => f.CacheMs, (f, v) => f with { CacheMs = v }),
        Ms("auth", f => f.AuthMs, (f, v) => f with { AuthMs = v }),
        Ms("external", f => f.ExternalMs, (f, v) => f with { ExternalMs = v }),
        Ms("transit", f => f.TransitMs, (f, v) => f with { TransitMs = v }),
        Ms("handler", f => f.HandlerMs, (f, v) => f with { HandlerMs = v }),
        Ms("input-delay", f => f.InputDelayMs, (f, v) => f with { InputDelayMs = v }),
        Ms("post", f => f.PostMs, (f, v) => f with { PostMs = v }),
        Count("render", 50_000, f => f.RenderNodes, (f, v) => f with { RenderNodes = v }),
        Switch("sync", f => f.Sync, (f, v) => f with { Sync = v }),
        Switch("navigate", f => f.Navigate, (f, v) => f with { Navigate = v }),
        Ms("third-party", f => f.ThirdPartyMs, (f, v) => f with { ThirdPartyMs = v }),
        Count("duplicate", 50, f => f.Duplicates, (f, v) => f with { Duplicates = v }),
        Count("serial", 50, f => f.Serial, (f, v) => f with { Serial = v }),
        Count("parallel", 50, f => f.Parallel, (f, v) => f with { Parallel = v }),
        Ms("debounce", f => f.DebounceMs, (f, v) => f with { DebounceMs = v }),
        Count("bloat", 2_000, f => f.Bloat, (f, v) => f with { Bloat = v }),
        new("error", FaultUnit.Status, 599, f => f.ErrorStatus, (f, v) => f with { ErrorStatus = v == 1 ? 500 : v }),
        Switch("no-header", f => f.NoHeader, (f, v) => f with { NoHeader = v }),
    ];

    /// <summary>What a value must be, for an error message.</summary>
    internal string Range => Unit switch
    {
        FaultUnit.Milliseconds => $"0 to {Max} ms",
        FaultUnit.Count => $"0 to {Max}",
        FaultUnit.Switch => "0 or 1",
        _ => $"0, 1 or a status from 400 to {Max}",
    };

    internal bool Allows(int value) =>
        value >= 0 && value <= Max && (Unit != FaultUnit.Status || value is 0 or 1 or >= 400);

    private static FaultKey Ms(string name, Func<FaultSet, int> get, Func<FaultSet, int, FaultSet> with) =>
        new(name, FaultUnit.Milliseconds, MostMs, get, with);

    private static FaultKey Count(string name, int max, Func<FaultSet, int> get, Func<FaultSet, int, FaultSet> with) =>
        new(name, FaultUnit.Count, max, get, with);

    private static FaultKey Switch(string name, Func<FaultSet, bool> get, Func<FaultSet, bool, FaultSet> with) =>
        new(name, FaultUnit.Switch, 1, f => get(f) ? 1 : 0, (f, v) => with(f, v == 1));
}
