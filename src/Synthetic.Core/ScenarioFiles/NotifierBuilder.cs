using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>Makes notifiers out of a file in which nothing is wrong.</summary>
internal static class NotifierBuilder
{
    public static IReadOnlyList<Notifier> Build(ScenarioFileConfig file) =>
    [
        Notifier.Log,
        .. file.Notifiers.Where(pair => pair.Key != Notifier.Log.Name).Select(pair => Build(pair.Key, pair.Value)),
    ];

    private static Notifier Build(string name, NotifierConfig config) => new(
        name,
        config.Kind!.Value,
        config.Url is null ? null : new Secret($"notifiers.{name}.url", config.Url),
        ScenarioBuilder.SecretsIn(config.Source))
    {
        Key = (config.Secret ?? config.RoutingKey) is { } key ? new Secret($"notifiers.{name}.{(config.Secret is null ? "routingKey" : "secret")}", key) : null,
        Template = config.Template,
        Wait = config.Wait ?? Notifier.Log.Wait,
        From = config.From,
        To = config.To,
    };
}
