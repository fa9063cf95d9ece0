using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Keys;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>Makes steps, each with a name of its own.</summary>
internal static class StepBuilder
{
    private const int LongestMadeName = 100;

    public static IReadOnlyList<Step> Build(IReadOnlyList<StepConfig> steps, Redactor redactor)
    {
        var taken = new HashSet<string>();
        return [.. steps.Select((step, index) => Build(step, index, Unique(Shown(step, redactor), taken)))];
    }

    /// <summary>Cut only after the secrets are out: half a secret would not be found any more.</summary>
    private static string Shown(StepConfig step, Redactor redactor)
    {
        if (step.Name is not null)
            return redactor.Redact(step.Name);
        var name = redactor.Redact(NameOf(step.Action!));
        return name.Length > LongestMadeName ? $"{name[..(LongestMadeName - 1)]}…" : name;
    }

    private static Step Build(StepConfig config, int index, string name) => new()
    {
        Index = index,
        Name = name,
        Action = config.Action!.Kind,
        Target = Locator(config.Action.Target),
        Values = config.Action.Values,
        ScrollBy = config.Action.ScrollBy,
        Ready = config.Ready,
        Expect = config.Expect is null ? null : new Expectation
        {
            Visible = Locator(config.Expect.Visible),
            Hidden = Locator(config.Expect.Hidden),
            Text = config.Expect.Text,
            Url = config.Expect.Url,
            Title = config.Expect.Title,
            Settled = config.Expect.Settled,
        },
        Timeout = config.Timeout,
        Budgets = config.Budgets,
    };

    private static Locator? Locator(LocatorConfig? config) =>
        config is null ? null : new Locator(config.Kind!.Value, config.Value!, config.Name);

    /// <summary>What is done and to what; never what is typed, which may be private without being a secret.</summary>
    private static string NameOf(ActionConfig action)
    {
        var verb = StepShapes.KeyOf(action.Kind);
        var target = Locator(action.Target)?.ToString();
        return action switch
        {
            { Kind: StepAction.Press, Values: [var key] } => target is null ? $"{verb} {key}" : $"{verb} {key} in {target}",
            { Kind: StepAction.Goto, Values: [var url] } => $"{verb} {url}",
            { ScrollBy: { } distance } => $"{verb} by {distance}",
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
