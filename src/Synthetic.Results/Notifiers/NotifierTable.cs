using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Results.Notifiers;

/// <summary>What delivers to each kind of notifier.</summary>
public static class NotifierTable
{
    /// <summary>Makes what delivers to a notifier.</summary>
    /// <param name="notifier">The notifier.</param>
    /// <param name="redactor">Takes secrets out of what is sent.</param>
    /// <param name="time">The clock.</param>
    /// <returns>It; <c>null</c> for the log, which gets every alert without one.</returns>
    public static INotifier? Open(Notifier notifier, Redactor redactor, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(notifier);
        return notifier.Kind switch
        {
            NotifierKind.Log => null,
            NotifierKind.Webhook => new WebhookNotifier(notifier, redactor, time),
            NotifierKind.Slack => new SlackNotifier(notifier, redactor),
            NotifierKind.Teams => new TeamsNotifier(notifier, redactor),
            NotifierKind.Pagerduty => new PagerDutyNotifier(notifier, redactor),
            NotifierKind.Alertmanager => new AlertmanagerNotifier(notifier, redactor),
            NotifierKind.Email => new EmailNotifier(notifier, redactor),
        };
    }
}
