using Synthetic.Core.Basics;
using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Keys;
using Synthetic.Core.ScenarioFiles.Syntax;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>What can be judged only by looking at several places of a file. Anything may be missing here.</summary>
internal static class FileChecks
{
    public static void Run(ScenarioFileConfig file, ReadContext context)
    {
        UniqueNames(file, context);
        foreach (var (name, notifier) in file.Notifiers)
            Notifier(name, notifier, context);
        foreach (var window in file.Maintenance)
            Maintenance(window, file, context);
        Settings(file.Defaults, new ScenarioDefaultsConfig(), file, context);
        foreach (var scenario in file.Scenarios)
        {
            Settings(scenario, file.Defaults, file, context);
            RelativeAddresses(scenario, context);
            foreach (var step in scenario.Steps)
                StepChecks.Run(step, context);
        }
    }

    private static void UniqueNames(ScenarioFileConfig file, ReadContext context)
    {
        foreach (var same in file.Scenarios.Where(scenario => scenario.Name is not null).GroupBy(scenario => scenario.Name))
        {
            foreach (var scenario in same.Skip(1))
                context.ReportValue(scenario.Source!["name"]!, "must be unique", $"{same.First().Source!.Path} has it too");
        }
    }

    private static void Notifier(string name, NotifierConfig notifier, ReadContext context)
    {
        if (notifier.Kind is not { } kind)
            return;
        var node = notifier.Source!;
        var (needs, takes) = NotifierKeys.Of(kind);
        foreach (var key in needs.Where(key => node[key] is null && !node.Members.Any(member => Suggestion.Nearest(member.Key, [key]).Count > 0)))
            context.Report(node, $"needs \"{key}\": {NotifierKeys.Meaning(key, kind)}");
        foreach (var key in NotifierKeys.All.Except([.. needs, .. takes]).Where(key => node[key] is not null))
            context.Report(node[key]!, $"means nothing to a notifier of type \"{NotifierKeys.Word(kind)}\"; drop it");
        if (notifier.Url is { } url && AddressText.IsMailServer(url) != (kind == NotifierKind.Email))
            context.Report(node["url"]!, kind == NotifierKind.Email ? "must begin with smtp:// or smtps:// for e-mail" : "must be an absolute http or https address");
        if (name == Scenarios.Notifier.Log.Name && kind != NotifierKind.Log)
            context.Report(node, "must be of type \"log\": that name is the log's; choose another name");
    }

    private static void Maintenance(MaintenanceConfig window, ScenarioFileConfig file, ReadContext context)
    {
        if (window is { From: { } from, To: { } to } && to <= from)
            context.ReportValue(window.Source!["to"]!, "must be after \"from\"");
        string[] known = [.. file.Scenarios.Select(scenario => scenario.Name).OfType<string>()];
        foreach (var name in (window.Source!["scenarios"]?.Items ?? []).Where(item => !item.Broken && NameText.IsValid(item.Text) && !known.Contains(item.Text)))
            context.ReportValue(name, "must be a scenario of this file", Suggestion.Nearest(name.Text, known) is { Count: > 0 } near ? Suggestion.DidYouMean(near) : null);
    }

    private static void Settings(ScenarioDefaultsConfig config, ScenarioDefaultsConfig defaults, ScenarioFileConfig file, ReadContext context)
    {
        if (config.Alerts is { } written && Merge.Alerts(config, defaults) is var rule && rule.Failures > rule.Of)
            context.ReportAmount((written.Source!["failures"] ?? written.Source["of"])!, written.Source["failures"] is null ? $"must be at least \"failures\" ({rule.Failures})" : $"must be at most \"of\" ({rule.Of})");
        foreach (var key in (string[])["notify", "notifyMonitor"])
        {
            if (config.Alerts?.Source![key] is { } notify)
                KnownNotifiers(notify, file, context);
        }
        if (config.Ratings?.Response is { } response && Merge.Ratings(config, defaults) is var rating && rating.Good > rating.Poor)
            context.ReportAmount((response.Source!["good"] ?? response.Source["poor"])!, response.Source["good"] is null ? $"must be at least \"good\" ({DurationText.Format(rating.Good)})" : $"must be at most \"poor\" ({DurationText.Format(rating.Poor)})");
        if (config.Schedule is { Every: { } every, Jitter: { } jitter } schedule && jitter > every)
            context.ReportAmount(schedule.Source!["jitter"]!, $"must be at most \"every\" ({DurationText.Format(every)})");
        if (config.Schedule is { Cron: not null, Jitter: { } late } timed && late > Schedule.LongestCronJitter)
            context.ReportAmount(timed.Source!["jitter"]!, $"must be at most {DurationText.Format(Schedule.LongestCronJitter)} with \"cron\"");
    }

    private static void KnownNotifiers(ConfigNode notify, ScenarioFileConfig file, ReadContext context)
    {
        string[] known = [Scenarios.Notifier.Log.Name, .. file.Notifiers.Keys];
        foreach (var name in notify.Items.Where(item => !item.Broken && NameText.IsValid(item.Text) && !known.Contains(item.Text)))
            context.ReportValue(name, "must be a notifier of this file or \"log\"", Suggestion.Nearest(name.Text, known) is { Count: > 0 } near ? Suggestion.DidYouMean(near) : "declare it under \"notifiers\"");
    }

    private static void RelativeAddresses(ScenarioConfig scenario, ReadContext context)
    {
        if (scenario.Source!["baseUrl"] is not null)
            return;
        foreach (var step in scenario.Steps.Where(step => step.Action is { Kind: StepAction.Goto, Values: [var url] } && !AddressText.HasScheme(url)))
            context.ReportValue(step.Source!["goto"]!, "must be absolute where the scenario has no baseUrl", "give the scenario a baseUrl");
    }
}
