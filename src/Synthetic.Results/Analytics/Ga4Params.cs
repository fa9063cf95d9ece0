using System.Text.Json.Nodes;
using Synthetic.Core.Basics;

namespace Synthetic.Results.Analytics;

/// <summary>An event's parameters, within what Google Analytics takes: what is beyond its limits would cost the whole event, or be cut unseen.</summary>
/// <remarks>https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events#limitations</remarks>
internal sealed class Ga4Params
{
    /// <summary>Parameters of one event.</summary>
    public const int Most = 25;

    /// <summary>Characters of a parameter's name.</summary>
    public const int LongestName = 40;

    /// <summary>Characters of a parameter's value.</summary>
    public const int LongestValue = 100;

    private readonly JsonObject _all = [];

    /// <summary>As JSON; to be asked for once.</summary>
    public JsonObject Json => _all;

    /// <summary>Adds a text; nothing where it is not known.</summary>
    public Ga4Params With(string name, string? value) => value is null ? this : Add(name, PlainText.Head(value, LongestValue));

    /// <summary>Adds a number; nothing where it is not known.</summary>
    public Ga4Params With(string name, double? value) => value is { } known ? Add(name, JsonValue.Create(known)) : this;

    /// <summary>Adds what parts of the server took, the longest first, for as long as there is room.</summary>
    public Ga4Params WithServer(IEnumerable<(string Name, double Ms)> components)
    {
        foreach (var (name, ms) in components.OrderByDescending(one => one.Ms).ThenBy(one => one.Name, StringComparer.Ordinal))
            With($"server_{name}", ms);
        return this;
    }

    private Ga4Params Add(string name, JsonNode value)
    {
        // Letters, digits and underscores. Of two names that come to be the same, the first one stays.
        var allowed = PlainText.Head(string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_')), LongestName);
        if (_all.Count < Most)
            _all.TryAdd(allowed, value);
        return this;
    }
}
