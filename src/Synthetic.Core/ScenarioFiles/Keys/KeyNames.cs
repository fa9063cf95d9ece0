using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>The keys that can be pressed: those of the driver's keyboard, which is an American one. A test holds them against it.</summary>
internal static class KeyNames
{
    private const string Must = "must be a key like \"Enter\" or \"a\", or keys joined by +, like \"Control+A\"";

    // What people call them elsewhere.
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Ctrl"] = "Control",
        ["Strg"] = "Control",
        ["Cmd"] = "Meta",
        ["Command"] = "Meta",
        ["Win"] = "Meta",
        ["Windows"] = "Meta",
        ["Option"] = "Alt",
        ["Return"] = "Enter",
        ["Esc"] = "Escape",
        ["Del"] = "Delete",
        ["Ins"] = "Insert",
        ["Spacebar"] = "Space",
        ["PgUp"] = "PageUp",
        ["PgDn"] = "PageDown",
        ["Up"] = "ArrowUp",
        ["Down"] = "ArrowDown",
        ["Left"] = "ArrowLeft",
        ["Right"] = "ArrowRight",
        ["Plus"] = "+",
    };

    /// <summary>Those of more than one character.</summary>
    public static IReadOnlyList<string> Named { get; } =
    [
        "Enter", "Tab", "Escape", "Space", "Backspace", "Delete", "Insert", "Home", "End", "PageUp", "PageDown",
        "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown",
        "Shift", "Control", "Alt", "Meta", "ControlOrMeta", "AltGraph", "ContextMenu",
        "ShiftLeft", "ShiftRight", "ControlLeft", "ControlRight", "AltLeft", "AltRight", "MetaLeft", "MetaRight",
        .. Enumerable.Range(1, 12).Select(n => $"F{n}"),
        .. Enumerable.Range('A', 26).Select(letter => $"Key{(char)letter}"),
        .. Enumerable.Range(0, 10).Select(digit => $"Digit{digit}"),
        .. Enumerable.Range(0, 10).Select(digit => $"Numpad{digit}"),
        "NumLock", "NumpadDivide", "NumpadMultiply", "NumpadSubtract", "NumpadAdd", "NumpadDecimal", "NumpadEnter",
        "Backquote", "Minus", "Equal", "Backslash", "BracketLeft", "BracketRight", "Semicolon", "Quote", "Comma", "Period", "Slash",
        "CapsLock", "PrintScreen", "ScrollLock", "Pause",
        "AudioVolumeMute", "AudioVolumeDown", "AudioVolumeUp", "MediaTrackNext", "MediaTrackPrevious", "MediaPlayPause",
    ];

    /// <summary>What is wrong with a key or chord: what it must be, and what to do; <c>null</c> where nothing is.</summary>
    public static (string Must, string? Advice)? Problem(string chord) => Unknown(chord) is { } key ? (Must, Advice(key, chord)) : null;

    private static string? Advice(string key, string chord)
    {
        if (Meant.ContainsKey(key))
            return Suggestion.DidYouMean([string.Join('+', Keys(chord).Select(one => Meant.GetValueOrDefault(one, one)))]);
        if (Suggestion.Nearest(key, Named) is { Count: > 0 } near)
            return Suggestion.DidYouMean(near);
        return key.Length > 0 ? $"there is no key \"{ConfigNode.Plain(key)}\"; \"type\" enters any text" : null;
    }

    private static string? Unknown(string chord) => Keys(chord).FirstOrDefault(key => !IsKnown(key));

    /// <summary>As the driver splits a chord: a + that begins a key is the key itself.</summary>
    private static IEnumerable<string> Keys(string chord)
    {
        var from = 0;
        for (var at = 1; at < chord.Length; at++)
        {
            if (chord[at] != '+' || at == from)
                continue;
            yield return chord[from..at];
            from = at + 1;
        }
        yield return chord[from..];
    }

    private static bool IsKnown(string key) =>
        (key.Length == 1 && key[0] is >= ' ' and <= '~') || Named.Contains(key, StringComparer.Ordinal);
}
