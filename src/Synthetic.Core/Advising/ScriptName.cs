using Synthetic.Core.Evidence;

namespace Synthetic.Core.Advising;

/// <summary>A script as a developer finds it: who called it, which function, where it is.</summary>
internal static class ScriptName
{
    /// <summary><c>BUTTON#buy.onclick (placeOrder in shop.example/shop.js)</c>.</summary>
    public static string Of(ScriptTiming script)
    {
        var url = NullIfEmpty(script.Url);
        var place = url is null ? null : Wording.Place(url);
        // A script that runs as it loads has its address for an invoker.
        var invoker = NullIfEmpty(script.Invoker) is { } text && text != url ? Wording.Quoted(text) : null;
        var function = NullIfEmpty(script.Function) is { } name ? Wording.Quoted(name) : null;
        var at = (function, place) switch
        {
            (null, _) => place,
            (_, null) => function,
            _ => $"{function} in {place}",
        };
        return (invoker, at) switch
        {
            (null, null) => "a script without a name",
            (null, _) => at,
            (_, null) => invoker,
            _ => $"{invoker} ({at})",
        };
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
