using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Synthetic.Browser.Probing;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Waits until elements are what a step expects them to be: their value, number, attribute, or whether they can be used.</summary>
internal sealed partial class ElementStates(IPage page, PaintQueries paints, PageWatch watch, WatchedWait wait)
{
    /// <summary>In milliseconds: the shortest that the driver takes.</summary>
    private const float OneLook = 1;

    /// <summary>Before the action: watches them.</summary>
    /// <returns>Whether all of them are so already.</returns>
    public async Task<bool> PrepareAsync(IReadOnlyList<ExpectedState> states)
    {
        var held = true;
        foreach (var state in states)
            held &= await PartOf(state).WatchAsync();
        return held;
    }

    /// <summary>Waits for one of them.</summary>
    /// <returns>Its paint; <c>null</c> where it was so before the step, or where that can't be told.</returns>
    /// <exception cref="ExpectationException">It did not come to be so in time.</exception>
    public async Task<PaintedResult?> WaitAsync(ExpectedState state, TimeSpan timeout)
    {
        ILocator? locator = null;
        Exception? last = null;
        if (!await wait.UntilAsync(PartOf(state), LookAsync, timeout) || locator is null)
            throw new ExpectationException(new Awaited($"{state}{Actual(last?.Message ?? "")}", state.Of, IsState: true), last);
        if (await paints.SinceAsync(locator, PageWatch.PartOf(state)) is { } since)
            return since;
        return state is { Kind: ExpectedStateKind.Count, Is: "0" } ? null : await paints.PaintedAsync(locator.Last, null);

        async Task<bool> LookAsync()
        {
            try
            {
                locator = await MeantElement.DoAsync(page, state.Of, async element =>
                {
                    await HoldsAsync(Assertions.Expect(element), state);
                    return element;
                });
                return true;
            }
            catch (PlaywrightException error) when (error.Message.Contains("strict mode violation", StringComparison.Ordinal))
            {
                throw;
            }
            // The driver's assertions fail with an error of their own kind, which says what was there.
            catch (Exception error) when (error is PlaywrightException or TimeoutException)
            {
                last = error;
                return false;
            }
        }
    }

    private WatchedPart PartOf(ExpectedState state)
    {
        var (found, style) = (page.Locate(state.Of), Locating.StyleOf(state.Of));
        return new(found, state.Of.IsFramed, PageWatch.PartOf(state), () => watch.WatchAsync(found, state, style));
    }

    /// <summary>One look: the driver takes one before it looks at its clock.</summary>
    private static Task HoldsAsync(ILocatorAssertions element, ExpectedState state) => state.Kind switch
    {
        ExpectedStateKind.Value => element.ToHaveValueAsync(state.Is, new() { Timeout = OneLook }),
        ExpectedStateKind.Count => element.ToHaveCountAsync(int.Parse(state.Is, CultureInfo.InvariantCulture), new() { Timeout = OneLook }),
        ExpectedStateKind.Attribute => element.ToHaveAttributeAsync(state.Attribute!, state.Is, new() { Timeout = OneLook }),
        ExpectedStateKind.Enabled => element.ToBeEnabledAsync(new() { Timeout = OneLook }),
        ExpectedStateKind.Disabled => element.ToBeDisabledAsync(new() { Timeout = OneLook }),
    };

    private static string Actual(string message) =>
        ActualValue().Match(message) is { Success: true } match ? $", it was {match.Groups[1].Value.Trim().Trim('\'')}" : "";

    [GeneratedRegex(@"^But was: (.+)$", RegexOptions.Multiline)]
    private static partial Regex ActualValue();
}
