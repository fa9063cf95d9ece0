using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Keys;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>Makes steps, each with a name of its own.</summary>
internal static class StepBuilder
{
    private const int LongestMadeName = 100;

    /// <summary>What an optional step is given where its file says nothing: long enough for a banner that comes with the page.</summary>
    private static readonly TimeSpan OptionalTime = TimeSpan.FromSeconds(2);

    public static IReadOnlyList<Step> Build(IReadOnlyList<StepConfig> steps, Redactor redactor)
    {
        var taken = new HashSet<string>();
        return [.. steps.SelectMany(step => Enumerable.Repeat(step, step.Repeat ?? 1))
            .Select((step, index) => Build(step, index, Unique(Shown(step, redactor), taken)))];
    }

    /// <summary>Cut only after the secrets are out: half a secret would not be found any more.</summary>
    private static string Shown(StepConfig step, Redactor redactor)
    {
        if (step.Name is not null)
            return redactor.Redact(step.Name);
        var name = redactor.Redact(string.Join(", ", Acts(step).Select(act => NameOf(act.Action!))));
        return name.Length > LongestMadeName ? $"{name[..(LongestMadeName - 1)]}…" : name;
    }

    private static IReadOnlyList<ActionStepConfig> Acts(StepConfig step) => step.Action is null ? step.Actions : [step];

    private static Step Build(StepConfig config, int index, string name)
    {
        var acts = Acts(config);
        return Act(acts[^1], index, name) with
        {
            Before = [.. acts.SkipLast(1).Select(act => Act(act, index, NameOf(act.Action!)))],
            Ready = config.Ready,
            Expect = LocatorBuilder.Build(config.Expect),
            Timeout = config.Timeout ?? (config.Optional ? OptionalTime : null),
            Budgets = config.Budgets,
            Dialog = config.Dialog is null ? null : new DialogAnswer(config.Dialog.Answer is not "dismiss", config.Dialog.Text),
            Optional = config.Optional,
            When = LocatorBuilder.Build(config.When?.Visible),
            InPopup = config.In is not null,
            Captures = [.. config.Capture.Select(capture => new StepCapture(capture.Key, capture.Value.From!.Value)
            {
                Of = LocatorBuilder.Build(capture.Value.Of),
                Detail = capture.Value.Detail,
                Json = capture.Value.Json,
                Match = capture.Value.Match,
            })],
        };
    }

    private static Step Act(ActionStepConfig config, int index, string name)
    {
        var action = config.Action!;
        return new Step
        {
            Index = index,
            Name = name,
            Action = action.Kind,
            Target = LocatorBuilder.Build(action.Target),
            Values = action.Values,
            Files = [.. action.Files.Select(file => new MadeFile(file.Name!, file.MimeType ?? "text/plain", file.Text!))],
            ScrollBy = action.ScrollBy,
            Drag = action.Drag is null ? null : new DragPath(LocatorBuilder.Build(action.Drag.To), action.Drag.By?.X ?? 0, action.Drag.By?.Y ?? 0),
            Pointing = Pointing(config),
        };
    }

    private static PointerUse? Pointing(ActionStepConfig config) => config.Button is null && config.Modifiers is null && config.Position is null ? null : new PointerUse
    {
        Button = config.Button ?? PointerUse.Buttons[0],
        Modifiers = config.Modifiers ?? [],
        X = config.Position?.X,
        Y = config.Position?.Y,
    };

    /// <summary>What is done and to what; never what is typed, which may be private without being a secret.</summary>
    private static string NameOf(ActionConfig action)
    {
        var verb = ActionShapes.KeyOf(action.Kind);
        var target = LocatorBuilder.Build(action.Target)?.ToString();
        return action switch
        {
            { Kind: StepAction.Press or StepAction.KeyDown or StepAction.KeyUp, Values: [var key] } => target is null ? $"{verb} {key}" : $"{verb} {key} in {target}",
            { Kind: StepAction.Goto, Values: [var url] } => $"{verb} {url}",
            { ScrollBy: { } distance } => $"{verb} by {distance}",
            { Drag.By: { } by } => $"{verb} {target} by {by.X}, {by.Y}",
            { Drag.To: { } to } => $"{verb} {target} to {LocatorBuilder.Build(to)}",
            _ => target is null ? verb : $"{verb} {target}",
        };
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
            free = $"{name} ({number})";
        return free;
    }
}
