using Synthetic.Core.Evidence;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Explaining;

/// <summary>Why an action could not be done: what stood in its way. Pure.</summary>
internal sealed class ActionFailures(PageText text)
{
    private const int LongestShown = 200;

    private readonly Elements _elements = new(text);

    public static string Duration(TimeSpan time) => time.TotalSeconds >= 1 ? $"{time.TotalSeconds:0.#} s" : $"{time.TotalMilliseconds:0} ms";

    /// <summary>Several elements match where one is meant.</summary>
    public Told Several(StepTrouble trouble)
    {
        if (trouble is not { Step.Target: { } target, Finding.Matches: { Count: > 1 } matches })
            return new(FailureKind.Scenario, new FailureText($"several elements match where one is meant: {text.Show(trouble.Error.Message, 600)}"));
        return new(FailureKind.Scenario, new FailureText($"could not {Verb(trouble.Step)} {text.Show(target.ToString())}: {_elements.Several(target, matches)}"))
        {
            Candidates = _elements.Matching(matches),
            Alone = true,
        };
    }

    /// <summary>It took longer than it may.</summary>
    public Told TooLate(StepTrouble trouble, TimeoutException error, string within)
    {
        var (step, finding) = (trouble.Step, trouble.Finding);
        var (obstacle, line) = ActionLog.Read(error.Message);
        if (step.Action == StepAction.Code)
            return new(FailureKind.Timeout, new FailureText($"its code did not end {within}").Add(InCode(obstacle, line), ": ").Add(Shown(finding.Page)));
        var what = new FailureText($"could not {Verb(step)} {text.Show(step.Target?.ToString())} {within}");
        if (obstacle == Obstacle.NoOption && finding.Matches?.First?.Options is { Count: > 0 } options)
            return new(FailureKind.Scenario, what.Add(Options(step, options), ": ")) { Alone = true };
        if (obstacle != Obstacle.Missing && !(obstacle == Obstacle.Unknown && finding.Matches is { Count: 0 }))
            return new(FailureKind.Timeout, what.Add(Says(obstacle, line, finding.Matches?.First), ": "));
        return new(FailureKind.Timeout, what) { Candidates = _elements.NearTo(Missing(step.Target!, finding, what.Add("no such element on the page", ": "))) };
    }

    /// <summary>Adds why something that was looked for was not seen; where nothing tells, what the page shows instead.</summary>
    /// <returns>What is near to it; none where there is a better reason.</returns>
    public IReadOnlyList<NearElement> Missing(Locator sought, Findings finding, FailureText message)
    {
        if (finding.Matches is { Count: > 0, First: { } first } matches)
        {
            message.Add(first.Hidden is { Length: > 0 } ? $"{(matches.Count == 1 ? "it is" : $"{matches.Count} are")} there, but hidden: {text.Show(first.Hidden)}" : "it is there now, too late");
            return [];
        }
        if (finding.Frames.FirstOrDefault(frame => frame.Matches) is { } inside)
        {
            message.Add($"it is inside the frame {text.Show(inside.Frame)}, and frames are searched only where the locator says so: add \"frame\": {text.Quote(inside.Frame)}");
            return [];
        }
        var near = NearElements.Of(sought, finding);
        if (near is not [{ Likeness: 1 }, ..] && finding.ClosedRoot is { } host)
        {
            message.Add($"it is inside <{text.Show(host)}>, in a closed shadow root, where no locator finds anything: its developers must attach it with mode \"open\"");
            return [];
        }
        message.Add(_elements.Instead(sought, near) ?? Shown(finding.Page)).Add(near.Count == 0 && finding.Page is { } page && HasNone(page, sought) ? $"it has no {text.Show(sought.Value)} at all: the address or an earlier step is wrong, or, if this is the right page, this is for its operators" : null, " and ");
        return near;
    }

    private static bool HasNone(PageLook page, Locator sought) =>
        sought.Kind == LocatorKind.Role && page.Elements is { Count: < PageLook.MostElements } elements && elements.All(e => e?.Role != sought.Value);

    /// <summary>What a page shows; <c>null</c> where it did not say.</summary>
    public string? Shown(PageLook? page) => page switch
    {
        null => null,
        { Text: null or "" } => $"{Named(page)} shows no text at all",
        { Headline: { Length: > 0 } headline, Text: { } shown } when !shown.StartsWith(headline, StringComparison.Ordinal) => $"under {text.Quote(headline)} {Named(page)} shows {text.Quote(shown, LongestShown)}",
        { Text: { } shown } => $"{Named(page)} shows {text.Quote(shown, LongestShown)}",
    };

    private string Named(PageLook page) => page.Url is { Length: > 0 } url ? $"the page {text.Show(url, 100)}" : "the page";

    /// <summary>What a step does to its element, after "could not".</summary>
    public static string Verb(Step step) => step.Action switch
    {
        StepAction.WaitFor => "see",
        StepAction.Fill => "fill in",
        StepAction.Type => "type into",
        StepAction.Press => "press a key in",
        StepAction.Select => "choose in",
        StepAction.Upload => "put a file into",
        StepAction.Hover => "hover over",
        StepAction.Scroll => "scroll to",
        StepAction.Dblclick => "double-click",
        StepAction.KeyDown => "hold a key in",
        StepAction.KeyUp => "let go of a key in",
        StepAction.Goto or StepAction.Click or StepAction.Tap or StepAction.Drag or StepAction.Clear or StepAction.Check or StepAction.Uncheck or StepAction.Reload or StepAction.Back or StepAction.Code => step.Action.ToString().ToLowerInvariant(),
    };

    private static string? InCode(Obstacle obstacle, string line) => obstacle switch
    {
        Obstacle.Missing => $"no such element on the page ({line})",
        Obstacle.Unknown when line.Length == 0 => null,
        Obstacle.Unknown or Obstacle.Covered or Obstacle.Hidden or Obstacle.HiddenFrame or Obstacle.Disabled or Obstacle.ReadOnly or Obstacle.Moving or Obstacle.Outside
            or Obstacle.Detached or Obstacle.NoOption or Obstacle.OptionDisabled or Obstacle.Navigating => line,
    };

    private string Says(Obstacle obstacle, string line, SeenElement? e) => obstacle switch
    {
        Obstacle.Covered => Covered(line, e),
        Obstacle.Hidden => $"it is there, but {(e?.Hidden is { Length: > 0 } hidden ? $"hidden: {text.Show(hidden)}" : "was hidden")}; an earlier step must make it visible, by opening what it is in",
        Obstacle.HiddenFrame => "the frame that it is in is hidden",
        Obstacle.Disabled => e?.Disabled is { Length: > 0 } by ? $"it is disabled, by {text.Show(by)}; an earlier step must enable it" : "it was disabled; an earlier step must enable it",
        Obstacle.ReadOnly => "it is read-only; an earlier step must make it editable",
        Obstacle.Moving => $"it never stands still{(e?.Animation is { Length: > 0 } animation ? $", while the {text.Show(animation)} runs" : "")}: a person could miss it too, and the driver does not click at random; the page must end that movement",
        Obstacle.Outside => $"it lies outside of the page, where no scrolling gets to it{(e?.Position is { Length: > 0 } position ? $" (at {text.Show(position)})" : "")}; an earlier step must open what it is in, or another element is meant",
        Obstacle.Detached => "the page keeps removing it and creating it again, so that it is never there long enough: its developers should look for what renders it in a loop; if the page comes to rest later, wait for that in an earlier step",
        Obstacle.NoOption => "it has no options yet",
        Obstacle.OptionDisabled => "that option is disabled",
        Obstacle.Navigating => "it was done, but the page that it opened did not come",
        Obstacle.Unknown or Obstacle.Missing => e?.Hidden is { Length: > 0 } hidden ? $"it is there, but hidden: {text.Show(hidden)}" : line.Length > 0 ? text.Show(line, LongestShown) : "it did not end",
    };

    private string Covered(string line, SeenElement? e)
    {
        const string Intercepts = " intercepts pointer events";
        var by = e?.Cover is { Length: > 0 } tag ? text.Show(tag) : text.Show(line.EndsWith(Intercepts, StringComparison.Ordinal) ? line[..^Intercepts.Length] : line, LongestShown);
        var says = e?.CoverText is { Length: > 0 } shown ? $", which says {text.Quote(shown)}" : "";
        return $"it is covered by {by}{says}: close that in an earlier step, or wait there until it is gone";
    }

    private string Options(Step step, IReadOnlyList<string?> options)
    {
        string[] labels = [.. options.Select(option => option ?? "")];
        var missing = step.Values.Where(value => !labels.Contains(value, StringComparer.Ordinal)).ToArray();
        var near = missing is [var one, ..] ? labels.Where(label => NearElements.Likeness(one, label) >= 0.5).Take(2).ToArray() : [];
        var known = string.Join(", ", labels.Take(10).Select(label => text.Quote(label, 40)));
        var lacks = step.Values.Count > 1 ? "it has not all of the options" : "it has no option";
        return $"{lacks} {string.Join(", ", step.Values.Take(3).Select(value => text.Quote(value)))}"
            + $"{(near.Length > 0 ? $"; did you mean {string.Join(" or ", near.Select(label => text.Quote(label, 40)))}? There" : "; there")} are {known}{(labels.Length > 10 ? " and more" : "")}";
    }
}
