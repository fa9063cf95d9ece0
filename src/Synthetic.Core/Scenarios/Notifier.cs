using Synthetic.Core.Secrets;

namespace Synthetic.Core.Scenarios;

/// <summary>Somewhere alerts go.</summary>
/// <param name="Name">The name that <c>alerts.notify</c> uses; <c>log</c> is always there.</param>
/// <param name="Kind">How it is delivered.</param>
/// <param name="Url">Where to; <c>null</c> for the log. A webhook's address is a credential, so it is kept as a secret.</param>
/// <param name="Secrets">Every value in it that came from the environment.</param>
public sealed record Notifier(string Name, NotifierKind Kind, Secret? Url, IReadOnlyList<Secret> Secrets)
{
    /// <summary>The log: every alert goes there, declared or not.</summary>
    public static Notifier Log { get; } = new("log", NotifierKind.Log, null, []);
}

/// <summary>The ways of delivering an alert. The names in a file are these, in camelCase.</summary>
public enum NotifierKind
{
    /// <summary>A line in the worker's log.</summary>
    Log,
    /// <summary>A JSON body posted to an address.</summary>
    Webhook,
}
