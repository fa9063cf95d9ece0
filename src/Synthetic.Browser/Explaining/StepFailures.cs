using Microsoft.Playwright;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Observing;
using Synthetic.Core.Evidence;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Explaining;

/// <summary>Makes a failure of the error that a step ended with: what is wrong, where, and what there is instead. Pure.</summary>
/// <param name="text">Quotes what the page says.</param>
internal sealed class StepFailures(PageText text)
{
    private const int LongestShown = 200;

    private readonly Elements _elements = new(text);
    private readonly ActionFailures _actions = new(text);

    /// <summary>Names the failure.</summary>
    public Failure Of(StepTrouble trouble)
    {
        var (step, within) = (trouble.Step, $"within {ActionFailures.Duration(trouble.Timeout)}");
        var told = trouble.Error switch
        {
            TimeUsedUpException e => new Told(FailureKind.Timeout, new FailureText(e.Message).Add("give the scenario a longer \"timeout\", or the steps before one of their own")) { Alone = true },
            ExpectationException or TimeoutException or NotReadyException when !trouble.Answers => new(FailureKind.Timeout, Busy(trouble, within)),
            ExpectationException e => Expectation(e.Awaited, trouble, within),
            NotReadyException e => new(FailureKind.Timeout, new FailureText(text.Show($"{e.Message} {within}", 400))),
            _ when ScenarioMistakes.In(trouble, text) is { } mistake => new(FailureKind.Scenario, mistake) { Alone = true },
            PlaywrightException e when IsStrict(e) => _actions.Several(trouble),
            TimeoutException when Loads(step.Action) => new(FailureKind.Timeout, new FailureText($"the page did not finish loading {within}")),
            TimeoutException e => _actions.TooLate(trouble, e, within),
            PlaywrightException e when NetErrors.In(e.Message) is { } net => Unreachable(net, e.Message, trouble),
            PlaywrightException e when e.GetType().Name == "TargetClosedException" || e.Message.Contains("crashed", StringComparison.OrdinalIgnoreCase) =>
                new(FailureKind.Browser, new FailureText($"the browser or the page's process went away; {PageEvents.AfterACrash}")),
            PlaywrightException when Loads(step.Action) && Download(trouble) is { } download => new(FailureKind.Navigation, download) { Alone = true },
            PlaywrightException e when Loads(step.Action) => new(FailureKind.Navigation, new FailureText(text.Show(Text.FirstLine(e.Message), 500))),
            var e => new(FailureKind.Script, new FailureText(text.Show(Text.FirstLine(e.Message), 500))),
        };
        if (!told.Alone)
        {
            foreach (var part in trouble.Meanwhile.Said(text))
                told.Message.Add(part);
        }
        return new Failure(step.Name, told.Kind, Text.Bounded(told.Message.ToString()), Text.Bounded(trouble.Url)) { Candidates = told.Candidates is [] ? null : told.Candidates };
    }

    private static bool IsStrict(PlaywrightException e) => e.Message.Contains("strict mode violation", StringComparison.Ordinal);

    private static bool Loads(StepAction action) => action is StepAction.Goto or StepAction.Reload or StepAction.Back;

    private Told Expectation(Awaited awaited, StepTrouble trouble, string within)
    {
        var (finding, message) = (trouble.Finding, new FailureText($"{text.Show($"expected {awaited.What}", 400)} {within}"));
        IReadOnlyList<NearElement> near = [];
        if (awaited.IsUrl)
            message.Add($"it is {text.Show(trouble.Url, LongestShown)}, {(trouble.Meanwhile.Redirects is { Count: > 0 } redirects ? $"redirected to {Redirected(redirects)}" : "without a redirect by a server")}");
        else if (awaited.IsTitle)
            message.Add(finding.Page is { } page ? $"it is {text.Quote(page.Title, LongestShown)}, on {text.Show(trouble.Url, LongestShown)}" : null);
        else if (awaited.IsToVanish)
            message.Add(finding.Matches?.First is { } still ? $"{_elements.Name(still)} still shows" : null);
        else if (awaited.IsState && finding.Matches?.First?.Disabled is { Length: > 0 } by)
            message.Add($"it is disabled, by {text.Show(by)}");
        var isThere = finding.Matches is { Count: > 0 };
        if (awaited is { Sought: { } sought, IsToVanish: false } && !(awaited.IsState && isThere))
            near = _actions.Missing(sought, finding, message);
        if ((awaited.IsState || awaited.IsToVanish || !isThere) && DidNothing(trouble))
            message.Add($"the {trouble.Step.Action.ToString().ToLowerInvariant()} did nothing that can be seen (no request, no change of the page)");
        else if (IsUnexplained(awaited, finding, near))
            message.Add(trouble.Meanwhile.WentWell());
        return new(FailureKind.Expectation, message) { Candidates = _elements.NearTo(near) };
    }

    /// <summary>Whether the page tells no reason why it did not come.</summary>
    private static bool IsUnexplained(Awaited awaited, Findings finding, IReadOnlyList<NearElement> near) => finding switch
    {
        { Page: null } => false,
        _ when near.Count > 0 || finding.ClosedRoot is not null || finding.Frames.Any(frame => frame.Matches) => false,
        _ when awaited.IsUrl || awaited.IsTitle || awaited.IsToVanish || awaited.IsState => true,
        { Matches: { Count: > 0 } matches } => matches.First?.Hidden is { Length: > 0 },
        _ => awaited.Sought is not null,
    };

    private FailureText Busy(StepTrouble trouble, string within)
    {
        var what = trouble.Error is ExpectationException expectation ? $"expected {expectation.Awaited.What}" : $"could not {ActionFailures.Verb(trouble.Step)} {trouble.Step.Target}".TrimEnd();
        return new FailureText($"{text.Show(what, 400)} {within}").Add("the page's main thread was busy and answered nothing")
            .Add(trouble.Meanwhile.Of("dialog").Count == 0 ? "a script of the page never ends, or never pauses, and its developers have to find it; or this machine is overloaded, if other pages fail so too" : null, ": ");
    }

    private static bool DidNothing(StepTrouble trouble) =>
        trouble is { Meanwhile: { RequestCount: 0, Incidents.Count: 0, ConsoleErrors.Count: 0 }, Finding: { Changed: false, Frames.Count: 0 } }
        && trouble.Step.Action is StepAction.Click or StepAction.Dblclick or StepAction.Press or StepAction.Check or StepAction.Uncheck;

    private Told Unreachable(string net, string driverSays, StepTrouble trouble)
    {
        if (Download(trouble) is { } download)
            return new(FailureKind.Navigation, download) { Alone = true };
        var url = NetErrors.AddressIn(driverSays) ?? trouble.Url;
        var message = new FailureText(text.Show(NetErrors.Explain(net, url), 400)).Add(text.Show(url, 300), " at ");
        if (trouble.Meanwhile.Redirects is { Count: > 0 } redirects && net.EndsWith("REDIRECTS", StringComparison.Ordinal))
            message.Add(Redirected(redirects)).Add("its operators have to end that, or it wants a cookie or a sign-in that the scenario does not have");
        return new(FailureKind.Navigation, message) { Alone = true };
    }

    private string Redirected(IReadOnlyList<string> to) => string.Join(" → ", to.Take(4).Select(address => text.Show(address, 100)));

    private FailureText? Download(StepTrouble trouble) => trouble.Meanwhile.Of("download") is [var download, ..]
        ? new FailureText($"the address is a download, not a page: {text.Show(download, 300)}; to check that the file can be downloaded, request it in \"setup\", or click a link to it and expect its \"response\"")
        : null;
}

/// <summary>What is said of a failure.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Message">Its message so far.</param>
internal sealed record Told(FailureKind Kind, FailureText Message)
{
    /// <summary>Elements that may have been meant.</summary>
    public IReadOnlyList<Candidate>? Candidates { get; init; }

    /// <summary>Whether it says all: what went on beside it has nothing to do with it.</summary>
    public bool Alone { get; init; }
}
