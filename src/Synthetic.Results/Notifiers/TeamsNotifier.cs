using System.Text.Json.Nodes;
using Synthetic.Core.Alerting;
using Synthetic.Core.Basics;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Results.Notifiers;

/// <summary>Posts an Adaptive Card to a Microsoft Teams workflow ("when a webhook request is received").</summary>
internal sealed class TeamsNotifier(Notifier settings, Redactor redactor) : HttpNotifier(settings, redactor)
{
    /// <summary>A message may have 28 KB.</summary>
    private const int LongestText = 1999;

    protected override string Body(OutboxMessage message)
    {
        var notice = AlertNotice.Of(message.Alert);
        return Clean(new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.card.adaptive",
                ["content"] = new JsonObject
                {
                    ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                    ["type"] = "AdaptiveCard",
                    ["version"] = "1.4",
                    ["body"] = new JsonArray(
                        new JsonObject
                        {
                            ["type"] = "TextBlock",
                            ["text"] = Plain(notice.Title),
                            ["wrap"] = true,
                            ["weight"] = "Bolder",
                            ["color"] = Color(message.Alert),
                        },
                        new JsonObject
                        {
                            ["type"] = "FactSet",
                            ["facts"] = new JsonArray([.. notice.Facts.Select(fact => new JsonObject { ["title"] = fact.Name, ["value"] = Plain(fact.Value) })]),
                        }),
                },
            }),
        });
    }

    private static string Color(Alert alert) => alert switch
    {
        { State: AlertEvent.Resolved } => "Good",
        { Severity: AlertSeverity.Critical } => "Attention",
        _ => "Warning",
    };

    // Cards read a subset of Markdown: a page's text must not become a link.
    private static string Plain(string text) => PlainText.Cut(text, LongestText).Replace("[", "\\[", StringComparison.Ordinal);
}
