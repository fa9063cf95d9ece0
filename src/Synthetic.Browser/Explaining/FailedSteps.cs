using Synthetic.Browser.Driving;
using Synthetic.Browser.Observing;
using Synthetic.Core.Evidence;
using Synthetic.Core.Secrets;

namespace Synthetic.Browser.Explaining;

/// <summary>Finds out why a step failed: looks at the page, gathers what went on beside the step, and puts it into words.</summary>
/// <param name="page">The page.</param>
/// <param name="secrets">The run's secrets.</param>
/// <param name="clock">The run's clock: a look takes a part of what is kept for gathering evidence.</param>
internal sealed class FailedSteps(ObservedPage page, IReadOnlyList<Secret> secrets, RunClock clock)
{
    /// <summary>A headline of an error page says as much as its status; the rest of it is for its developers.</summary>
    private const int LongestErrorPage = 120;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly TimeSpan _atMost = clock.Reserve * 3 / 4;
    private readonly Inspection _inspection = new(page.Page, page.Session, clock.Time);

    /// <summary>Names the failure of a step.</summary>
    /// <param name="trouble">The step and its error.</param>
    /// <param name="requestsBefore">How many requests there were before the step.</param>
    /// <param name="beganEpochMs">When it began by the page's clock; <c>null</c> where it did not come to that.</param>
    /// <param name="ct">Ends the look early.</param>
    public async Task<Failure> OfAsync(StepTrouble trouble, int requestsBefore, double? beganEpochMs, CancellationToken ct)
    {
        // A page that answers nothing answers this neither.
        var finding = trouble.Answers && !page.Page.IsClosed
            ? await _inspection.LookAsync(StepTrouble.SoughtBy(trouble.Step, trouble.Error), () => HasChangedAsync(beganEpochMs), _atMost, ct)
            : new Findings();
        // Of a page that died, that it did is told a little later than what it broke off.
        if (page.Events.Ended.IsCompletedSuccessfully)
            return (await page.Events.Ended) with { Step = trouble.Step.Name };
        return new StepFailures(Words()).Of(trouble with
        {
            Finding = finding,
            Meanwhile = new Meanwhile
            {
                Requests = page.Network.TroublesAfter(requestsBefore),
                RequestCount = page.Network.Count - requestsBefore,
                Redirects = page.Network.RedirectsAfter(requestsBefore),
                Incidents = page.Events.SoFar(),
                ConsoleErrors = page.Events.ConsoleErrorsOf(page.Page),
            },
        });
    }

    /// <summary>Adds to a failure that ended the step from outside what the page says of it: an error page explains itself.</summary>
    public async Task<Failure> EndedAsync(Failure failure, CancellationToken ct)
    {
        if (failure.Kind != FailureKind.Http || await ErrorPageAsync(failure.Url, ct) is not { } says)
            return failure;
        return failure with { Message = new FailureText(failure.Message).Add($"the page says {Words().Quote(says, LongestErrorPage)}").ToString() };
    }

    private PageText Words() => new(new Redactor(secrets));

    /// <summary>What the error page says: its status comes before it does, and while it comes it answers nothing. <c>null</c> where it says nothing.</summary>
    private async Task<string?> ErrorPageAsync(string? url, CancellationToken ct)
    {
        var began = clock.Time.GetTimestamp();
        while (clock.Time.GetElapsedTime(began) < _atMost && !page.Page.IsClosed)
        {
            // The browser's own page, in place of one that is empty.
            if (page.Page.Url.StartsWith("chrome-error:", StringComparison.Ordinal))
                return null;
            if (page.Page.Url == url && await SaysAsync(ct) is { Length: > 0 } says)
                return says;
            await Task.Delay(Pause, clock.Time, CancellationToken.None);
        }
        return null;
    }

    private async Task<string?> SaysAsync(CancellationToken ct)
    {
        var finding = await _inspection.LookAsync(null, () => Task.FromResult<bool?>(null), _atMost, ct);
        return finding.Page is { } look ? look.Headline is { Length: > 0 } headline ? headline : look.Text : null;
    }

    private async Task<bool?> HasChangedAsync(double? beganEpochMs) =>
        beganEpochMs is { } began ? await page.Probes.Paints.LastPaintAsync(page.Page) is { } painted && painted >= began : null;
}
