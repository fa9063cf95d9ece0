using System.Globalization;
using System.Text.RegularExpressions;

namespace Synthetic.Core.Scenarios;

/// <summary>
/// What stands for <c>${name}</c> in the steps of one run: <c>${random}</c>, <c>${now}</c>, and what its steps have read from the page.
/// </summary>
public sealed partial class RunVariables
{
    private readonly Dictionary<string, string> _values;

    /// <summary>The variables as a run begins.</summary>
    /// <param name="random">Eight letters and digits that no other run has, the same throughout this one.</param>
    /// <param name="now">The instant of its start.</param>
    public RunVariables(string random, DateTimeOffset now) => _values = new(StringComparer.Ordinal)
    {
        [BuiltIn[0]] = random,
        [BuiltIn[1]] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };

    /// <summary>The names that every run has.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } = ["random", "now"];

    /// <summary>Keeps what was read; later steps get the newest.</summary>
    public void Set(string name, string value) => _values[name] = value;

    /// <summary>A text with the variables in it filled in; one that was not read yet stays as it is written.</summary>
    public string Fill(string text) => text.Contains("${", StringComparison.Ordinal)
        ? Reference().Replace(text, match => _values.GetValueOrDefault(match.Groups[1].Value, match.Value))
        : text;

    /// <summary>A step with the variables in all of its texts filled in; its name stays as it is, so that runs can be compared.</summary>
    public Step Fill(Step step) => step with
    {
        Target = Fill(step.Target),
        Values = [.. step.Values.Select(Fill)],
        Files = [.. step.Files.Select(file => file with { Name = Fill(file.Name), Text = Fill(file.Text) })],
        Before = [.. step.Before.Select(Fill)],
        Drag = step.Drag is { } drag ? drag with { To = Fill(drag.To) } : null,
        Dialog = step.Dialog is { Text: { } text } dialog ? dialog with { Text = Fill(text) } : step.Dialog,
        When = Fill(step.When),
        Captures = [.. step.Captures.Select(capture => capture with { Of = Fill(capture.Of), Detail = Maybe(capture.Detail) })],
        Expect = step.Expect is { } expect ? Fill(expect) : null,
    };

    /// <summary>A request with the variables in all of its texts filled in.</summary>
    public HttpCall Fill(HttpCall call) => call with
    {
        Url = Fill(call.Url),
        Headers = call.Headers.ToDictionary(header => header.Key, header => Fill(header.Value)),
        Json = Maybe(call.Json),
        Body = Maybe(call.Body),
    };

    private Expectation Fill(Expectation expect) => expect with
    {
        Visible = Fill(expect.Visible),
        Hidden = Fill(expect.Hidden),
        Text = Maybe(expect.Text),
        Frame = Fill(expect.Frame),
        Url = Maybe(expect.Url),
        Title = Maybe(expect.Title),
        States = [.. expect.States.Select(state => state with { Of = Fill(state.Of)!, Is = Fill(state.Is) })],
        Response = expect.Response is { } response ? response with { Url = Fill(response.Url) } : null,
    };

    private Locator? Fill(Locator? locator) => locator is null ? null : locator with
    {
        Value = Fill(locator.Value),
        Name = Maybe(locator.Name),
        HasText = Maybe(locator.HasText),
        Within = Fill(locator.Within),
        Frame = Fill(locator.Frame),
    };

    private string? Maybe(string? text) => text is null ? null : Fill(text);

    [GeneratedRegex(@"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Reference();
}
