using Synthetic.Core.Secrets;

namespace Synthetic.Core.Scenarios;

/// <summary>Somewhere alerts go.</summary>
/// <param name="Name">The name that <c>alerts.notify</c> uses; <c>log</c> is always there.</param>
/// <param name="Kind">How it is delivered.</param>
/// <param name="Url">Where to; <c>null</c> where the kind has an address of its own, or none. It is often a credential, so it is kept as a secret.</param>
/// <param name="Secrets">Every value in it that came from the environment.</param>
public sealed record Notifier(string Name, NotifierKind Kind, Secret? Url, IReadOnlyList<Secret> Secrets)
{
    /// <summary>The log: every alert goes there, declared or not.</summary>
    public static Notifier Log { get; } = new("log", NotifierKind.Log, null, []);

    /// <summary>What a webhook's body is signed with, or the routing key of PagerDuty; <c>null</c> for none.</summary>
    public Secret? Key { get; init; }

    /// <summary>A webhook's body, with members of the alert between double braces; <c>null</c> for the alert itself.</summary>
    public string? Template { get; init; }

    /// <summary>How long news of a cause that several scenarios may share waits for more of it. Default: 1 minute.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Who an e-mail is from; <c>null</c> for other kinds.</summary>
    public string? From { get; init; }

    /// <summary>Who an e-mail goes to.</summary>
    public IReadOnlyList<string> To { get; init; } = [];
}

/// <summary>The ways of delivering an alert. The names in a file are these, in camelCase.</summary>
public enum NotifierKind
{
    /// <summary>A line in the worker's log.</summary>
    Log,
    /// <summary>A JSON body posted to an address.</summary>
    Webhook,
    /// <summary>A message in a Slack channel, by an incoming webhook.</summary>
    Slack,
    /// <summary>A card in a Microsoft Teams channel, by a workflow's address.</summary>
    Teams,
    /// <summary>An event of PagerDuty's Events API, version 2.</summary>
    Pagerduty,
    /// <summary>An alert of Alertmanager's API, version 2.</summary>
    Alertmanager,
    /// <summary>An e-mail, over SMTP.</summary>
    Email,
}
