using System.Text.Json;
using Microsoft.Playwright;

namespace Synthetic.Browser.Probing;

/// <summary>Evaluates in a page's main frame over a session of its own: a third of the messages that the driver's own way takes.</summary>
internal static class DirectEvaluation
{
    /// <summary>Evaluates, and waits for what a promise gives.</summary>
    /// <param name="session">The page's session with the browser.</param>
    /// <param name="expression">A bare expression.</param>
    /// <param name="withTools">Whether it may use the developer tools' own functions.</param>
    /// <returns>What it gives, by value; <c>null</c> where it gives nothing, throws, or the page went on to another meanwhile.</returns>
    public static async Task<JsonElement?> ValueAsync(ICDPSession session, string expression, bool withTools = false)
    {
        try
        {
            var answer = await session.SendAsync("Runtime.evaluate", new Dictionary<string, object>
            {
                ["expression"] = expression,
                ["awaitPromise"] = true,
                ["returnByValue"] = true,
                ["includeCommandLineAPI"] = withTools,
                ["silent"] = true,
            });
            return answer?.TryGetProperty("exceptionDetails", out _) == false && answer.Value.GetProperty("result").TryGetProperty("value", out var value) ? value : null;
        }
        catch (PlaywrightException)
        {
            return null;
        }
    }

    /// <summary>The same for a text.</summary>
    public static async Task<string?> TextAsync(ICDPSession session, string expression) =>
        await ValueAsync(session, expression) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
