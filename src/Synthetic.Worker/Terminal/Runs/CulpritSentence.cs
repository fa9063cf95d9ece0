using Synthetic.Core.Records;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>A culprit in plain words.</summary>
internal static class CulpritSentence
{
    /// <summary><c>The database took 350 ms of 518 ms (68 %)</c>.</summary>
    public static string Of(Culprit culprit, double windowMs, Screen screen)
    {
        var verb = culprit.Kind == CulpritKind.Unknown ? "" : " took";
        return $"{Subject(culprit, screen)}{verb} {Part(culprit, windowMs)}{Rest(culprit)}";
    }

    /// <summary>For one that is to blame for both windows: <c>The database took 411 ms of 472 ms INP (87 %) and 411 ms of 467 ms response (88 %)</c>.</summary>
    public static string OfBoth(Culprit inp, double inpMs, Culprit response, double responseMs, Screen screen)
    {
        var verb = inp.Kind == CulpritKind.Unknown ? "" : " took";
        return $"{Subject(inp, screen)}{verb} {Part(inp, inpMs, " INP")} and {Part(response, responseMs, " response")}{Rest(response)}";
    }

    private static string Part(Culprit culprit, double windowMs, string window = "") =>
        $"{Amount.Time(culprit.Ms)} of {Amount.Time(windowMs)}{window} ({Amount.Percent(culprit.Share)})";

    private static string Rest(Culprit culprit) => culprit.RequestIds is { Count: > 1 } ids ? $" over {ids.Count} requests" : "";

    private static string Subject(Culprit culprit, Screen screen) => culprit.Kind switch
    {
        CulpritKind.Backend => Backend(culprit.Component, screen),
        CulpritKind.Network => Network(culprit.Component, screen),
        CulpritKind.Queue => "Waiting for a free connection",
        CulpritKind.MainThread when culprit.Component is { } part => $"Script ({screen.Cut(part, 40)})",
        CulpritKind.MainThread => "Script on the main thread",
        CulpritKind.Rendering => "Style, layout and paint",
        CulpritKind.Idle => "Waiting with nothing running, a timer or a debounce,",
        _ => "Nothing tells what took",
    };

    // The names that teams give these metrics, in the words that everybody uses.
    private static string Backend(string? component, Screen screen) => component?.ToLowerInvariant() switch
    {
        null => "The server",
        "db" or "database" or "sql" or "postgres" or "postgresql" or "mysql" or "sqlite" or "mongo" or "mongodb" => "The database",
        "cache" or "redis" or "memcached" => "The cache",
        "total" or "app" => "The server",
        _ => $"The server's \"{screen.Cut(component, 40)}\"",
    };

    private static string Network(string? component, Screen screen) => component switch
    {
        null or "transit" => "The network, or server work that is not reported,",
        "download" => "Downloading the response",
        "connect" => "Setting up the connection",
        _ => $"The network ({screen.Cut(component, 40)})",
    };
}
