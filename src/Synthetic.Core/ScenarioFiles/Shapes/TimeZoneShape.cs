using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>A time zone by its IANA name.</summary>
internal sealed class TimeZoneShape : Shape<TimeZoneInfo>
{
    public override bool TryRead(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out TimeZoneInfo value)
    {
        value = null;
        if (node.Broken)
            return false;
        // The id is a file name to TimeZoneInfo: only what can be a zone's name gets there.
        var plain = node.Kind == JsonTokenType.String && node.Text.Length > 0 && node.Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '+' or '-');
        if (plain && TimeZoneInfo.TryFindSystemTimeZoneById(node.Text, out value))
            return true;
        context.ReportValue(node, "must be an IANA time zone like \"Europe/Berlin\" that this machine knows", Advice(node.Text));
        return false;
    }

    public override JsonObject Describe(SchemaDefinitions definitions) =>
        new() { ["type"] = "string", ["minLength"] = 1, ["examples"] = new JsonArray("UTC", "Europe/Berlin", "America/New_York") };

    private static string? Advice(string text)
    {
        var zones = TimeZoneInfo.GetSystemTimeZones();
        if (zones.Count <= 1)
            return "no time zones are installed here; install the tzdata package";
        var near = Suggestion.Nearest(text, zones.Select(zone => zone.Id));
        return near.Count == 0 ? null : Suggestion.DidYouMean(near);
    }
}
