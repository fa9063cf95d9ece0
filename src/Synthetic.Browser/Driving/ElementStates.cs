using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Synthetic.Browser.Probing;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Waits until elements are what a step expects them to be: their value, number, attribute, or whether they can be used.</summary>
internal sealed partial class ElementStates(IPage page, PaintQueries paints)
{
    /// <summary>Before the action: watches them.</summary>
    /// <returns>Whether all of them are so already.</returns>
    public async Task<bool> PrepareAsync(IReadOnlyList<ExpectedState> states)
    {
        var held = true;
        foreach (var state in states)
            held &= await paints.WatchAsync(page.Locate(state.Of), state, Locating.StyleOf(state.Of));
        return held;
    }

    /// <summary>Waits for one of them.</summary>
    /// <returns>Its paint; <c>null</c> where it was so before the step, or where that can't be told.</returns>
    /// <exception cref="ExpectationException">It did not come to be so in time.</exception>
    public async Task<PaintedResult?> WaitAsync(ExpectedState state, TimeSpan timeout)
    {
        ILocator locator;
        try
        {
            locator = await MeantElement.DoAsync(page, state.Of, async element =>
            {
                await HoldsAsync(Assertions.Expect(element), state, (float)Math.Max(1, timeout.TotalMilliseconds));
                return element;
            });
        }
        catch (PlaywrightException error) when (error.Message.Contains("strict mode violation", StringComparison.Ordinal))
        {
            throw;
        }
        // The driver's assertions fail with an error of their own kind, which says what was there.
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            throw new ExpectationException(new Awaited($"{state}{Actual(error.Message)}", state.Of, IsState: true), error);
        }
        if (await paints.SinceAsync(locator, PaintQueries.PartOf(state)) is { } since)
            return since;
        return state is { Kind: ExpectedStateKind.Count, Is: "0" } ? null : await paints.PaintedAsync(locator.Last, null);
    }

    private static Task HoldsAsync(ILocatorAssertions element, ExpectedState state, float timeoutMs) => state.Kind switch
    {
        ExpectedStateKind.Value => element.ToHaveValueAsync(state.Is, new() { Timeout = timeoutMs }),
        ExpectedStateKind.Count => element.ToHaveCountAsync(int.Parse(state.Is, CultureInfo.InvariantCulture), new() { Timeout = timeoutMs }),
        ExpectedStateKind.Attribute => element.ToHaveAttributeAsync(state.Attribute!, state.Is, new() { Timeout = timeoutMs }),
        ExpectedStateKind.Enabled => element.ToBeEnabledAsync(new() { Timeout = timeoutMs }),
        ExpectedStateKind.Disabled => element.ToBeDisabledAsync(new() { Timeout = timeoutMs }),
    };

    private static string Actual(string message) =>
        ActualValue().Match(message) is { Success: true } match ? $", it was {match.Groups[1].Value.Trim().Trim('\'')}" : "";

    [GeneratedRegex(@"^But was: (.+)$", RegexOptions.Multiline)]
    private static partial Regex ActualValue();
}
