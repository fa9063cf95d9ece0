using System.Globalization;

namespace Synthetic.Core.Records;

/// <summary>An input to which nothing reacted: no listener on the way from its target to the window, and the browser does nothing by itself with such an element.</summary>
public sealed record LostInput
{
    /// <summary>When something came to listen to it after all, in milliseconds after the input, up to 100 late; absent where nothing did while the step lasted.</summary>
    public double? HeardMs { get; init; }

    /// <summary>When the last script that was still to come had come, in milliseconds after the input; absent where none came after it.</summary>
    public double? ScriptsEndedMs { get; init; }

    /// <summary>Whether scripts were still on their way when the step ended; absent where none were.</summary>
    public bool? ScriptsPending { get; init; }

    /// <summary>The same in words.</summary>
    /// <param name="type"><c>pointer</c> or <c>keyboard</c>.</param>
    /// <param name="target">A selector-like name of the element that got the input.</param>
    /// <returns>A clause that may follow others.</returns>
    public string Say(string type, string? target)
    {
        var input = type == "keyboard" ? "key" : "click";
        var scripts = ScriptsEndedMs is { } ended ? $"its scripts ended {Time(ended)} later" : null;
        if (HeardMs is { } heard)
            return $"nothing listened to this {input}: the page was not interactive yet, {(scripts is null ? "" : $"{scripts}, and ")}a listener came {Time(heard)} later";
        if (ScriptsPending == true)
            return $"nothing listened to this {input}: the page was not interactive yet, its scripts were still on their way when the step ended";
        if (scripts is not null)
            return $"nothing listened to this {input}: the page was not interactive yet, {scripts}";
        return $"nothing in the page listens to {input}s on {target ?? "this element"}";
    }

    /// <summary>What somebody can do about it.</summary>
    /// <returns>A clause that may follow <see cref="Say"/>.</returns>
    public string Advise() => HeardMs is null && ScriptsEndedMs is null && ScriptsPending is null
        ? "waiting would not help: another element is meant, or the script that should listen did not run, which is for the page's developers to mend"
        : "add \"ready\": \"listeners\" to the step, so that it waits for one";

    private static string Time(double ms) => ms < 1000
        ? string.Create(CultureInfo.InvariantCulture, $"{ms:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{ms / 1000:0.0} s");
}
