using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Syntax;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>Makes scenarios out of a file in which nothing is wrong.</summary>
internal static class ScenarioBuilder
{
    public static IReadOnlyList<Scenario> Build(ScenarioFileConfig file)
    {
        // A page may show one scenario what another one typed, or whom an alert went to: each hides the secrets of all.
        var secrets = SecretsIn([.. file.Scenarios.Select(one => one.Source), file.Source]);
        return [.. file.Scenarios.Select(scenario => Build(scenario, file, secrets))];
    }

    /// <summary>The environment's values below some nodes, each variable once.</summary>
    public static IReadOnlyList<Secret> SecretsIn(params ConfigNode?[] nodes) =>
        [.. nodes.OfType<ConfigNode>().SelectMany(node => node.All()).SelectMany(node => node.Secrets).DistinctBy(secret => secret.Name)];

    private static Scenario Build(ScenarioConfig config, ScenarioFileConfig file, IReadOnlyList<Secret> secrets)
    {
        var defaults = file.Defaults;
        return new Scenario
        {
            Name = config.Name!,
            BaseUrl = config.BaseUrl is null ? null : new Uri(config.BaseUrl),
            Steps = StepBuilder.Build(StepExpansion.Of(config, file), new Redactor(secrets)),
            Script = config.Script,
            Schedule = Schedule(config.Schedule ?? defaults.Schedule),
            Device = Device(config.Device ?? defaults.Device),
            Browser = BrowserBuilder.Build(config.Browser ?? defaults.Browser),
            Setup = BrowserBuilder.Build(config.Setup ?? defaults.Setup),
            Teardown = BrowserBuilder.Build(config.Teardown ?? defaults.Teardown),
            Throttle = Merge.Throttle(config, defaults),
            Timeout = config.Timeout ?? defaults.Timeout ?? TimeSpan.FromSeconds(30),
            Retries = config.Retries ?? defaults.Retries ?? 0,
            Budgets = Merge.Budgets(config, defaults),
            Alerts = Merge.Alerts(config, defaults),
            Proof = Merge.Proof(config, defaults),
            Causes = CauseRules.Parse(config.Causes ?? defaults.Causes),
            Trace = Merge.Trace(config, defaults),
            ResponseRating = Merge.Ratings(config, defaults),
            Secrets = secrets,
        };
    }

    private static Schedule? Schedule(ScheduleConfig? config) => config is null ? null : new Schedule
    {
        Every = config.Every,
        Cron = config.Cron,
        TimeZone = config.TimeZone ?? TimeZoneInfo.Utc,
        Jitter = config.Jitter,
    };

    private static Device Device(DeviceConfig? config) => config is null ? Scenarios.Device.Desktop : new Device
    {
        Name = config.Name ?? Scenarios.Device.Desktop.Name,
        Width = config.Width,
        Height = config.Height,
        ScaleFactor = config.ScaleFactor,
        Mobile = config.Mobile,
        Touch = config.Touch,
        UserAgent = config.UserAgent,
    };
}
