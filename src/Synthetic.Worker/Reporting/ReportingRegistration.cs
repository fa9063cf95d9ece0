using Microsoft.Extensions.DependencyInjection;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;
using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Reporting;

/// <summary>Puts what takes finished runs into a container.</summary>
internal static class ReportingRegistration
{
    /// <summary>
    /// Adds <see cref="RunReports"/>, the store behind it, and the outputs: every <see cref="IRunSink"/> and <see cref="INotifier"/>
    /// in the container. It must know a <see cref="TimeProvider"/> and an <see cref="IEventLog"/>.
    /// </summary>
    public static IServiceCollection AddSyntheticReporting(this IServiceCollection services) => services
        .AddSingleton<IRunStore>(provider =>
            new MemoryStore(message => provider.GetRequiredService<IEventLog>().Write(NotifierLines.Dropped(message))))
        .AddSingleton<IRunSink, LogSink>()
        .AddSingleton<Outputs>()
        .AddSingleton<RunReports>();

    /// <summary>Adds what delivers to the declared notifiers; the log gets every alert without one.</summary>
    public static IServiceCollection AddNotifiers(this IServiceCollection services, IReadOnlyList<Notifier> notifiers)
    {
        foreach (var notifier in notifiers)
        {
            _ = notifier.Kind switch
            {
                NotifierKind.Log => services,
                NotifierKind.Webhook => services.AddSingleton<INotifier>(provider => new WebhookNotifier(notifier, provider.GetRequiredService<Redactor>())),
            };
        }
        return services;
    }
}
