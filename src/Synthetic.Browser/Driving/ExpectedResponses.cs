using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Waits for a response that a step must bring; it listens from before the step's action.</summary>
internal sealed class ExpectedResponses
{
    private readonly ExpectedResponse _expected;
    private readonly Task<IResponse> _response;

    private ExpectedResponses(ExpectedResponse expected, Task<IResponse> response) => (_expected, _response) = (expected, response);

    public static ExpectedResponses Listen(IPage page, StepDriver driver, ExpectedResponse expected)
    {
        var response = page.WaitForResponseAsync(driver.Glob(expected.Url), new() { Timeout = 0 });
        BackgroundTask.Ignore(response);
        return new ExpectedResponses(expected, response);
    }

    /// <exception cref="ExpectationException">None came in time, or one with another status.</exception>
    public async Task WaitAsync(TimeSpan timeout)
    {
        IResponse response;
        try
        {
            response = await _response.WaitAsync(timeout > TimeSpan.Zero ? timeout : TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
        catch (TimeoutException error)
        {
            throw new ExpectationException($"a response from {_expected.Url}, none came", error);
        }
        if (_expected.Status is { } status ? response.Status != status : response.Status >= 400)
            throw new ExpectationException($"{response.Request.Method} {response.Url} to answer {_expected.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "a status below 400"}, it was {response.Status}");
    }
}
