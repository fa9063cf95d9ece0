using System.Text.Json;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>Which keys go with which kind of notifier.</summary>
internal static class NotifierKeys
{
    /// <summary>All keys but the type.</summary>
    public static IReadOnlyList<string> All { get; } = ["url", "secret", "template", "routingKey", "from", "to", "wait"];

    /// <summary>The keys that a kind needs, and those that it takes besides.</summary>
    public static (string[] Needs, string[] Takes) Of(NotifierKind kind) => kind switch
    {
        NotifierKind.Log => ([], []),
        NotifierKind.Webhook => (["url"], ["secret", "template", "wait"]),
        NotifierKind.Slack or NotifierKind.Teams or NotifierKind.Alertmanager => (["url"], ["wait"]),
        NotifierKind.Pagerduty => (["routingKey"], ["url", "wait"]),
        NotifierKind.Email => (["url", "from", "to"], ["wait"]),
    };

    /// <summary>What a key is for.</summary>
    public static string Meaning(string key, NotifierKind kind) => key switch
    {
        "url" when kind == NotifierKind.Email => "the mail server, as smtp://user:password@host:587",
        "url" => "where to post to",
        "routingKey" => "the integration key of the service in PagerDuty",
        "from" => "who e-mails are from",
        _ => "who e-mails go to",
    };

    /// <summary>A kind as files name it.</summary>
    public static string Word(NotifierKind kind) => JsonNamingPolicy.CamelCase.ConvertName($"{kind}");
}
