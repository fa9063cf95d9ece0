using System.Text.Json.Nodes;
using Synthetic.Core.Basics;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Results.Notifiers;

/// <summary>Posts to a Slack channel's incoming webhook.</summary>
internal sealed class SlackNotifier(Notifier settings, Redactor redactor) : HttpNotifier(settings, redactor)
{
    /// <summary>The most characters that Slack takes in one field, less the mark of a cut.</summary>
    private const int LongestText = 1999;

    protected override string Body(OutboxMessage message)
    {
        var notice = AlertNotice.Of(message.Alert);
        return Clean(new JsonObject
        {
            // What a notification on a phone shows.
            ["text"] = Escaped(notice.Title),
            ["blocks"] = new JsonArray(
                Section("text", Markdown($"*{Escaped(notice.Title)}*")),
                Section("fields", new JsonArray([.. notice.Facts.Take(10).Select(fact => Markdown($"*{fact.Name}*\n{Escaped(fact.Value)}"))]))),
        });
    }

    private static JsonObject Section(string content, JsonNode node) => new() { ["type"] = "section", [content] = node };

    private static JsonObject Markdown(string text) => new() { ["type"] = "mrkdwn", ["text"] = text };

    // https://docs.slack.dev/messaging/formatting-message-text: three characters, or a page's text could mention everybody.
    private static string Escaped(string text) => PlainText.Cut(text, LongestText)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
