using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Shapes;
using Synthetic.Core.ScenarioFiles.Syntax;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>What a scenario and <c>defaults</c> have in common.</summary>
internal static class SettingShapes
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private static readonly ChoiceShape DeviceName = new("a device this program knows", vocabulary => [Device.Desktop.Name, .. vocabulary.Devices], listed: false);

    private static readonly Shape<ScheduleConfig> Schedule = new ObjectShape<ScheduleConfig>("schedule", "{ \"every\": \"1m\" }")
        .Key("every", new DurationShape(Second, Week), (schedule, every) => schedule.Every = every, "Interval between starts.")
        .Key("cron", Cron(), (schedule, cron) => schedule.Cron = cron, "Quartz cron expression, with seconds: \"0 0/5 * * * ?\". H stands for a value by hash of the name.")
        .Key("timeZone", new TimeZoneShape(), (schedule, zone) => schedule.TimeZone = zone, "Zone of the cron expression; default: UTC.")
        .Key("jitter", new DurationShape(TimeSpan.Zero, Week), (schedule, jitter) => schedule.Jitter = jitter, "How far starts are spread, by hash of the name; at most every, or 10m with cron; default: the whole interval of every, nothing for cron.")
        .Rule(new DependentKey("timeZone", "cron"))
        .Rule(new OneKey("either", ["every", "cron"], "keep one"));

    private static readonly Shape<DeviceConfig> DeviceObject = new ShortOrFullShape<DeviceConfig>(
        "a device's name or an object",
        DeviceName,
        name => new DeviceConfig { Name = name },
        new ObjectShape<DeviceConfig>("device")
            .Key("name", DeviceName, (device, name) => device.Name = name, "Device the rest is changed from; default: desktop.")
            .Key("width", new NumberShape(50, 10_000, whole: true), (device, width) => device.Width = (int)width, "Viewport width in CSS pixels.")
            .Key("height", new NumberShape(50, 10_000, whole: true), (device, height) => device.Height = (int)height, "Viewport height in CSS pixels.")
            .Key("scaleFactor", new NumberShape(0.1, 10), (device, factor) => device.ScaleFactor = factor, "Device pixels a CSS pixel.")
            .Key("mobile", new FlagShape(), (device, mobile) => device.Mobile = mobile, "Whether the viewport meta tag counts.")
            .Key("touch", new FlagShape(), (device, touch) => device.Touch = touch, "Whether it has a touch screen.")
            .Key("userAgent", new TextShape("a User-Agent", 1, 1000), (device, agent) => device.UserAgent = agent, "The User-Agent header.")
            .NotEmpty());

    private static readonly Shape<ThrottleConfig> Throttle = new ObjectShape<ThrottleConfig>("throttle", "{ \"cpu\": 4, \"latency\": \"80ms\" }")
        .Key("cpu", new NumberShape(1, 100), (throttle, cpu) => throttle.Cpu = cpu, "How many times slower the processor is.")
        .Key("latency", new DurationShape(TimeSpan.Zero, TimeSpan.FromMinutes(1)), (throttle, latency) => throttle.Latency = latency, "Delay added to each request.")
        .Key("downKbps", new NumberShape(1, 10_000_000), (throttle, speed) => throttle.DownKbps = speed, "Download speed in kilobits a second.")
        .Key("upKbps", new NumberShape(1, 10_000_000), (throttle, speed) => throttle.UpKbps = speed, "Upload speed in kilobits a second.")
        .NotEmpty();

    private static readonly Shape<AlertsConfig> Alerts = new ObjectShape<AlertsConfig>("alerts", "{ \"failures\": 2, \"of\": 3 }")
        .Key("failures", new NumberShape(1, 100, whole: true), (alerts, count) => alerts.Failures = (int)count, "Bad runs that start an alert; default: 2.")
        .Key("of", new NumberShape(1, 100, whole: true), (alerts, count) => alerts.Of = (int)count, "Among how many of the latest runs; default: 3.")
        .Key("recoveries", new NumberShape(1, 100, whole: true), (alerts, count) => alerts.Recoveries = (int)count, "Good runs in a row that end it; default: 2.")
        .Key("repeat", new DurationShape(TimeSpan.FromMinutes(1), Week), (alerts, repeat) => alerts.Repeat = repeat, "How long a firing alert stays silent before it is said again; default: 1h.")
        .Key("notify", new ListShape<string>(NameText.Shape, "notifiers' names", 0, 20), (alerts, names) => alerts.Notify = names, "Notifiers that get it, besides the log.")
        .Key("notifyMonitor", new ListShape<string>(NameText.Shape, "notifiers' names", 0, 20), (alerts, names) => alerts.NotifyMonitor = names, "Notifiers that get what is wrong with the monitor itself, instead of those of notify.")
        .Key("calm", new FlagShape(), (alerts, calm) => alerts.Calm = calm, "Whether an alert that keeps coming back is said to, and takes more good runs to end; default: true.")
        .NotEmpty();

    private static readonly Shape<RatingsConfig> Ratings = new ObjectShape<RatingsConfig>("ratings", "{ \"response\": { \"good\": \"1s\" } }")
        .Key("response", Response(), (ratings, response) => ratings.Response = response, "Bounds for the response window.")
        .NotEmpty();

    private static readonly Shape<ProofConfig> Proof = new ObjectShape<ProofConfig>("proof", "{ \"maxWrites\": 10 }")
        .Key("maxWrites", new NumberShape(0, 1000, whole: true), (proof, count) => proof.MaxWrites = (int)count, "Requests that write which the runs of one proof may send live within the step they prove; default: 10.")
        .NotEmpty();

    private static readonly Shape<TraceConfig> Trace = new ObjectShape<TraceConfig>("trace", "{ \"origins\": [\"https://api.example.com\"] }")
        .Key("send", new FlagShape(), (trace, send) => trace.Send = send, "Whether requests carry the run's trace context where traces are exported; default: true.")
        .Key("origins", new ListShape<string>(AddressText.Origin, "origins", 0, 20), (trace, origins) => trace.Origins = origins, "Origins whose requests carry it, besides that of baseUrl.")
        .NotEmpty();

    public static ObjectShape<T> Keys<T>(ObjectShape<T> shape)
        where T : ScenarioDefaultsConfig, new() => shape
        .Key("timeout", new DurationShape(Second, TimeSpan.FromMinutes(10)), (config, timeout) => config.Timeout = timeout, "The longest a run may take; default: 30s.")
        .Key("retries", new NumberShape(0, 5, whole: true), (config, retries) => config.Retries = (int)retries, "How often a failed run is tried again; default: 0.")
        .Key("budgets", new BudgetsShape(), (config, budgets) => config.Budgets = budgets, "Limits for the whole run: the worst step counts.")
        .Key("schedule", Schedule, (config, schedule) => config.Schedule = schedule, "When the worker runs it; without one it is run by hand only.")
        .Key("device", DeviceObject, (config, device) => config.Device = device, "What the browser pretends to be: desktop, a Playwright device name, or an object.")
        .Key("throttle", Throttle, (config, throttle) => config.Throttle = throttle, "A slower machine or line.")
        .Key("alerts", Alerts, (config, alerts) => config.Alerts = alerts, "When bad runs become an alert.")
        .Key("ratings", Ratings, (config, ratings) => config.Ratings = ratings, "Where good ends and poor begins.")
        .Key("causes", new ChoiceShape("\"read-only\", \"always\" or \"never\"", CauseRules.Words), (config, causes) => config.Causes = causes, "Whether the scenario is run once more, unmeasured, to follow causes where order alone does not tell what a result waited for; default: read-only, where nothing it sends may write.")
        .Key("prove", new ChoiceShape("\"on-breach\" or \"never\"", [ProofRule.Breach, ProofRule.Never]), (config, prove) => config.Prove = prove, "Whether the worker proves the culprits by replay after an alert has fired; default: never, only by --prove.")
        .Key("proof", Proof, (config, proof) => config.Proof = proof, "What a proof may cost.")
        .Key("trace", Trace, (config, trace) => config.Trace = trace, "Which requests carry the run's trace context, where traces are exported.")
        .Key("browser", BrowserShapes.Browser, (config, browser) => config.Browser = browser, "What the browser is told before its first page.")
        .Key("setup", CallShapes.Calls, (config, calls) => config.Setup = calls, "Requests that are sent before the first step.")
        .Key("teardown", CallShapes.Calls, (config, calls) => config.Teardown = calls, "Requests that are sent after the last step, however it ended.");

    public static TextShape Cron() => new("a cron expression with seconds", 1, 200)
    {
        Problem = (text, context) => context.Vocabulary.CronError(text) is { } error
            ? ("must be a Quartz cron expression with seconds like \"0 0/5 * * * ?\"", ConfigNode.Plain(error.TrimEnd('.')))
            : null,
    };

    private static ObjectShape<ResponseRatingConfig> Response() => new ObjectShape<ResponseRatingConfig>("responseRating", "{ \"good\": \"1s\", \"poor\": \"2.5s\" }")
        .Key("good", new DurationShape(null, TimeSpan.FromMinutes(10)), (rating, good) => rating.Good = good, "Up to this long is good; default: 1s.")
        .Key("poor", new DurationShape(null, TimeSpan.FromMinutes(10)), (rating, poor) => rating.Poor = poor, "Over this is poor; default: 2.5s.")
        .NotEmpty();
}
