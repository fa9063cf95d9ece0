using System.Text.Json;
using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Shapes;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>The file as a whole.</summary>
internal static class FileShapes
{
    private static readonly Shape<ScenarioConfig> Scenario = SettingShapes.Keys(new ObjectShape<ScenarioConfig>("scenario", "{ \"name\": …, \"steps\": … }")
            .Key("name", NameText.Shape, (scenario, name) => scenario.Name = name, "Unique in the file; records, alerts and schedules hang on it.")
            .Key("baseUrl", AddressText.Base, (scenario, url) => scenario.BaseUrl = url, "Where relative addresses start: http, https, or demo://shop for the embedded shop.")
            .Key("steps", new ListShape<StepConfig>(StepShapes.Step, "steps"), (scenario, steps) => scenario.Steps = steps, "What it does, in order.")
            .Key("script", new ChoiceShape("a scenario in C#", vocabulary => vocabulary.Scripts, listed: false), (scenario, script) => scenario.Script = script, "Name of a class in src/Scenarios, instead of steps."))
        .Rule(new RequiredKey("name"))
        .Rule(new OneKey("either", ["steps", "script"], "a scenario is declared or coded, never both"));

    private static readonly Shape<ScenarioDefaultsConfig> Defaults = SettingShapes.Keys(new ObjectShape<ScenarioDefaultsConfig>("defaults"));

    private static readonly Shape<NotifierConfig> Notifier = new ObjectShape<NotifierConfig>("notifier", "{ \"type\": \"webhook\", \"url\": … }")
        .Key("type", new ChoiceShape("a kind of notifier", [.. Enum.GetNames<NotifierKind>().Select(JsonNamingPolicy.CamelCase.ConvertName)]), SetKind, "How alerts are delivered.")
        .Key("url", AddressText.Receiver, (notifier, url) => notifier.Url = url, "Where alerts are sent to; smtp:// or smtps:// for e-mail; never shown.")
        .Key("secret", new TextShape("a secret"), (notifier, secret) => notifier.Secret = secret, "What a webhook's body is signed with; never shown.")
        .Key("template", new TextShape("JSON with {{members}} of the alert", max: 10_000) { Lines = true, Problem = (text, _) => BodyTemplate.Problem(text) is { } problem ? ($"must {problem}", (string?)null) : null }, (notifier, template) => notifier.Template = template, "A webhook's own body.")
        .Key("routingKey", new TextShape("a routing key"), (notifier, key) => notifier.RoutingKey = key, "PagerDuty's integration key; never shown.")
        .Key("wait", new DurationShape(TimeSpan.Zero, TimeSpan.FromHours(1)), (notifier, wait) => notifier.Wait = wait, "How long news of a cause waits for more scenarios that it affects; default: 1m.")
        .Key("from", MailAddressText.Shape, (notifier, from) => notifier.From = from, "Who an e-mail is from.")
        .Key("to", new ListShape<string>(MailAddressText.Shape, "e-mail addresses", max: 100), (notifier, to) => notifier.To = to, "Who an e-mail goes to.")
        .Rule(new RequiredKey("type"));

    private static readonly Shape<MaintenanceConfig> Maintenance = new ObjectShape<MaintenanceConfig>("maintenance", "{ \"reason\": \"backup\", \"cron\": \"0 0 2 * * ?\", \"for\": \"30m\" }")
        .Key("reason", new TextShape("a reason", 1, 200), (window, reason) => window.Reason = reason, "Why, in a few words.")
        .Key("scenarios", new ListShape<string>(NameText.Shape, "scenarios' names"), (window, names) => window.Scenarios = names, "The scenarios it is for; default: all.")
        .Key("from", new InstantShape(), (window, from) => window.From = from, "When it begins, for one that comes once.")
        .Key("to", new InstantShape(), (window, to) => window.To = to, "When it ends.")
        .Key("cron", SettingShapes.Cron(), (window, cron) => window.Cron = cron, "When it begins, for one that comes again and again: a Quartz cron expression, with seconds.")
        .Key("timeZone", new TimeZoneShape(), (window, zone) => window.TimeZone = zone, "Zone of the cron expression; default: UTC.")
        .Key("for", new DurationShape(TimeSpan.FromMinutes(1), TimeSpan.FromDays(7)), (window, length) => window.For = length, "How long each lasts.")
        .Rule(new RequiredKey("reason"))
        .Rule(new OneKey("either", ["from", "cron"], "keep one"))
        .Rule(new DependentKey("from", "to"))
        .Rule(new DependentKey("to", "from"))
        .Rule(new DependentKey("cron", "for"))
        .Rule(new DependentKey("for", "cron"))
        .Rule(new DependentKey("timeZone", "cron"));

    public static ObjectShape<ScenarioFileConfig> File { get; } = new ObjectShape<ScenarioFileConfig>("file", "{ \"scenarios\": … }")
        .Key("$schema", new TextShape("an address"), (_, _) => { }, "This schema's address, for editors.")
        .Key("defaults", Defaults, (file, defaults) => file.Defaults = defaults, "What holds for every scenario that does not say otherwise.")
        .Key("scenarios", new ListShape<ScenarioConfig>(Scenario, "scenarios", max: 10_000), (file, scenarios) => file.Scenarios = scenarios, "The scenarios.")
        .Key("shared", new MapShape<IReadOnlyList<StepConfig>>(new ListShape<StepConfig>(StepShapes.Shared, "steps")), (file, shared) => file.Shared = shared, "Steps that scenarios share, by name: { \"use\": \"NAME\" } stands for them.")
        .Key("notifiers", new MapShape<NotifierConfig>(Notifier), (file, notifiers) => file.Notifiers = notifiers, "Where alerts go, by name; log is always there.")
        .Key("maintenance", new ListShape<MaintenanceConfig>(Maintenance, "maintenance windows", 0, 100), (file, windows) => file.Maintenance = windows, "When runs lead to no alert, since somebody works on the target.")
        .Rule(new RequiredKey("scenarios"));

    private static void SetKind(NotifierConfig notifier, string kind) => notifier.Kind = Enum.Parse<NotifierKind>(kind, ignoreCase: true);
}
