using System.Diagnostics.CodeAnalysis;
using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>Makes locators, and whatever consists of them.</summary>
internal static class LocatorBuilder
{
    [return: NotNullIfNotNull(nameof(config))]
    public static Locator? Build(LocatorConfig? config) => config is null ? null : new Locator(config.Kind!.Value, config.Value!, config.Name)
    {
        Exact = config.Exact,
        HasText = config.HasText,
        Nth = config.Nth,
        Within = Build(config.Within),
        Frame = Build(config.Frame),
    };

    public static Expectation? Build(ExpectConfig? config) => config is null ? null : new Expectation
    {
        Visible = Build(config.Visible),
        Hidden = Build(config.Hidden),
        Text = config.Text,
        Frame = Build(config.Frame),
        Url = config.Url,
        Title = config.Title,
        States = [.. States(config)],
        Response = config.Response is null ? null : new ExpectedResponse(config.Response.Url!, config.Response.Status),
        CleanConsole = config.Console is not null,
        Settled = config.Settled,
    };

    private static IEnumerable<ExpectedState> States(ExpectConfig config)
    {
        if (config.Value is { } value)
            yield return new ExpectedState(ExpectedStateKind.Value, Build(value.Of)!, value.Is!);
        if (config.Count is { } count)
            yield return new ExpectedState(ExpectedStateKind.Count, Build(count.Of)!, count.Is!);
        if (config.Attribute is { } attribute)
            yield return new ExpectedState(ExpectedStateKind.Attribute, Build(attribute.Of)!, attribute.Is!, attribute.Name);
        if (config.Enabled is { } enabled)
            yield return new ExpectedState(ExpectedStateKind.Enabled, Build(enabled));
        if (config.Disabled is { } disabled)
            yield return new ExpectedState(ExpectedStateKind.Disabled, Build(disabled));
    }
}
