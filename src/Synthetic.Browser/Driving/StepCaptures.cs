using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Reads from the page what later steps need.</summary>
internal sealed class StepCaptures(IPage page, StepDriver driver, IReadOnlyList<StepCapture> captures)
{
    /// <summary>How long an element may take to be there: the step has waited for what it expects already.</summary>
    private const float LookupTimeout = 2000;

    /// <summary>How long a text may be: it goes into fields and addresses.</summary>
    private const int LongestValue = 10_000;

    private static readonly TimeSpan MatchTime = TimeSpan.FromMilliseconds(200);

    private readonly List<(StepCapture Capture, Task<IResponse> Response)> _responses = [];

    /// <summary>Before the action: listens for the responses that are to be read.</summary>
    public void Prepare()
    {
        foreach (var capture in captures.Where(one => one.From == CaptureSource.Response))
        {
            var response = page.WaitForResponseAsync(driver.Glob(capture.Detail!), new() { Timeout = 0 });
            BackgroundTask.Ignore(response);
            _responses.Add((capture, response));
        }
    }

    /// <summary>Reads everything.</summary>
    /// <exception cref="ExpectationException">Something is not there.</exception>
    public async Task ReadAsync(RunVariables variables, Func<TimeSpan> remaining, TimeProvider time)
    {
        foreach (var capture in captures)
        {
            var text = capture.From == CaptureSource.Response ? await BodyAsync(capture, remaining(), time) : await ValueAsync(capture);
            if (text is null || Matched(capture, text) is not { } value)
                throw new ExpectationException($"{What(capture)} to give a value for ${{{capture.Name}}}");
            variables.Set(capture.Name, value.Length > LongestValue ? value[..LongestValue] : value);
        }
    }

    private async Task<string?> ValueAsync(StepCapture capture)
    {
        try
        {
            return capture.Of is { } of ? await MeantElement.DoAsync(page, of, element => ReadAsync(capture, element)) : page.Url;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private static async Task<string?> ReadAsync(StepCapture capture, ILocator element) => capture.From switch
    {
        CaptureSource.Text => (await element.InnerTextAsync(new() { Timeout = LookupTimeout })).Trim(),
        CaptureSource.Value => await element.InputValueAsync(new() { Timeout = LookupTimeout }),
        _ => await element.GetAttributeAsync(capture.Detail!, new() { Timeout = LookupTimeout }),
    };

    private async Task<string?> BodyAsync(StepCapture capture, TimeSpan remaining, TimeProvider time)
    {
        try
        {
            var response = await _responses.First(one => one.Capture == capture).Response.WaitAsync(Positive(remaining), time);
            return JsonPath.Read(await response.TextAsync().WaitAsync(Positive(remaining), time), capture.Json);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(1);

    private static string? Matched(StepCapture capture, string text)
    {
        if (capture.Match is null)
            return text;
        try
        {
            var match = Regex.Match(text, capture.Match, RegexOptions.None, MatchTime);
            return match.Success ? match.Groups[match.Groups.Count > 1 ? 1 : 0].Value : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static string What(StepCapture capture)
    {
        var place = capture.From switch
        {
            CaptureSource.Text => $"the text of {capture.Of}",
            CaptureSource.Value => $"the value of {capture.Of}",
            CaptureSource.Attribute => $"{capture.Detail} of {capture.Of}",
            CaptureSource.Url => "the address",
            CaptureSource.Response => capture.Json is null ? $"a response from {capture.Detail}" : $"{capture.Json} in a response from {capture.Detail}",
        };
        return capture.Match is null ? place : $"{place}, by {capture.Match},";
    }
}
