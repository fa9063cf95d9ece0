using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Scheduling;

/// <summary>Says at the start which notifiers nothing is delivered to yet: better than an alert that never comes.</summary>
internal sealed class UnavailableNotifiers(IReadOnlyList<Notifier> notifiers, IEventLog log) : IHostedService
{
    public static IEnumerable<Notifier> Among(IEnumerable<Notifier> notifiers) =>
        notifiers.Where(notifier => notifier.Kind == NotifierKind.Webhook);

    public static string Text(Notifier notifier) =>
        $"notifier {notifier.Name} is a webhook, which is validated now and delivered to in a later version; until then alerts go to the log only";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var notifier in Among(notifiers))
        {
            log.Write(new WorkerEvent("notifier.unavailable", LogLevel.Warning, Text(notifier))
            {
                Fields = json => json.WriteString("notifier", notifier.Name),
            });
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
