using System.Text.Json.Nodes;
using Synthetic.Core.Basics;
using Synthetic.Core.ScenarioFiles;
using Synthetic.Core.Scenarios;

namespace Synthetic.Tests.ScenarioFiles;

/// <summary>Writes a scenario as a file would declare it.</summary>
internal static class ScenarioJson
{
    public static JsonObject Of(Scenario scenario) => Compact(
        ("name", scenario.Name),
        ("baseUrl", scenario.BaseUrl!.OriginalString),
        ("timeout", Time(scenario.Timeout)),
        ("retries", scenario.Retries),
        ("schedule", Of(scenario.Schedule)),
        ("device", Compact(("name", scenario.Device.Name), ("width", scenario.Device.Width), ("height", scenario.Device.Height), ("scaleFactor", scenario.Device.ScaleFactor),
            ("mobile", scenario.Device.Mobile), ("touch", scenario.Device.Touch), ("userAgent", scenario.Device.UserAgent))),
        ("throttle", scenario.Throttle is not { } throttle ? null : Compact(("cpu", throttle.Cpu), ("latency", Time(throttle.Latency)), ("downKbps", throttle.DownKbps), ("upKbps", throttle.UpKbps))),
        ("budgets", Of(scenario.Budgets)),
        ("alerts", Compact(("failures", scenario.Alerts.Failures), ("of", scenario.Alerts.Of), ("recoveries", scenario.Alerts.Recoveries), ("repeat", Time(scenario.Alerts.Repeat)), ("notify", List(scenario.Alerts.Notify)), ("notifyMonitor", scenario.Alerts.NotifyMonitor is { } own ? List(own) : null), ("calm", scenario.Alerts.Calm))),
        ("causes", CauseRules.Words[(int)scenario.Causes]),
        ("prove", scenario.Proof.OnBreach ? "on-breach" : null),
        ("proof", Compact(("maxWrites", scenario.Proof.MaxWrites))),
        ("trace", Compact(("send", scenario.Trace.Send), ("origins", List(scenario.Trace.Origins.Select(origin => origin.OriginalString).ToArray())))),
        ("ratings", Compact(("response", Compact(("good", Time(scenario.ResponseRating.Good)), ("poor", Time(scenario.ResponseRating.Poor)))))),
        ("steps", new JsonArray([.. scenario.Steps.Select(Of)])));

    private static JsonObject Of(Step step) => Compact(
        ("name", step.Name),
        (char.ToLowerInvariant(step.Action.ToString()[0]) + step.Action.ToString()[1..], Action(step)),
        ("ready", step.Ready?.ToString().ToLowerInvariant()),
        ("expect", step.Expect is not { } expect ? null : Compact(("visible", Of(expect.Visible)), ("hidden", Of(expect.Hidden)), ("text", expect.Text), ("url", expect.Url), ("title", expect.Title), ("settled", expect.Settled))),
        ("timeout", Time(step.Timeout)),
        ("optional", step.Optional ? true : null),
        ("when", step.When is null ? null : Compact(("visible", Of(step.When)))),
        ("in", step.InPopup ? "popup" : null),
        ("dialog", step.Dialog is { } dialog ? Compact(("text", dialog.Text)) : null),
        ("button", step.Pointing?.Button),
        ("modifiers", step.Pointing is { } pointer ? List(pointer.Modifiers) : null),
        ("position", step.Pointing is { } place ? Compact(("x", place.X), ("y", place.Y)) : null),
        ("budgets", Of(step.Budgets)));

    private static JsonNode? Action(Step step) => step.Action switch
    {
        StepAction.Goto => step.Values[0],
        StepAction.Reload or StepAction.Back => true,
        StepAction.Scroll when step.ScrollBy is not null => Compact(("by", step.ScrollBy)),
        StepAction.Press when step.Target is null => step.Values[0],
        StepAction.KeyDown or StepAction.KeyUp => step.Values[0],
        StepAction.Drag => Compact(("from", Of(step.Target)), ("to", Of(step.Drag!.To)), ("by", step.Drag.To is null ? Compact(("x", step.Drag.X), ("y", step.Drag.Y)) : null)),
        _ when step.Values.Count > 0 => Compact(("into", Of(step.Target)), ("value", step.Values.Count == 1 ? step.Values[0] : List(step.Values))),
        _ => Of(step.Target),
    };

    private static JsonNode? Of(Locator? locator) => locator is null ? null : JsonNode.Parse(LocatorText.Json(locator));

    private static JsonObject? Of(Schedule? schedule) => schedule is null ? null : Compact(
        ("every", Time(schedule.Every)), ("cron", schedule.Cron), ("timeZone", schedule.Cron is null ? null : schedule.TimeZone.Id), ("jitter", Time(schedule.Jitter)));

    private static JsonObject Of(IReadOnlyList<Budget> budgets) =>
        Compact([.. budgets.Select(budget => (budget.Metric, Limit(budget)))]);

    private static JsonNode? Limit(Budget budget) => budget switch
    {
        { Percent: { } percent } => $"baseline+{percent}%",
        { Metric: "cls" } => budget.Limit,
        _ => Time(TimeSpan.FromMilliseconds(budget.Limit!.Value)),
    };

    private static JsonNode? Time(TimeSpan? time) => time is { } some ? DurationText.Format(some) : null;

    private static JsonArray List(IReadOnlyList<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);

    private static JsonObject Compact(params (string Key, JsonNode? Value)[] members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, member.Value)));
}
