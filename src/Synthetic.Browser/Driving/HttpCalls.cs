using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Sends a scenario's requests of set-up and tear-down: with the cookies of the run, and beside everything that is measured.</summary>
internal sealed class HttpCalls(IAPIRequestContext client, StepDriver driver, RunVariables variables, TimeSpan timeout)
{
    /// <summary>Sends them, one after another, until one fails.</summary>
    /// <returns>What is wrong with the one that failed; <c>null</c> where none did.</returns>
    public async Task<string?> SendAsync(IEnumerable<HttpCall> calls, CancellationToken ct)
    {
        foreach (var declared in calls)
        {
            if (await SendAsync(variables.Fill(declared)).WaitAsync(ct) is { } problem)
                return problem;
        }
        return null;
    }

    private async Task<string?> SendAsync(HttpCall call)
    {
        var what = $"{call.Method} {driver.Resolve(call.Url)}";
        try
        {
            var answer = await client.FetchAsync(driver.Resolve(call.Url), Options(call));
            try
            {
                if (call.Status is { } wanted ? answer.Status != wanted : answer.Status >= 400)
                    return $"{what} answered {answer.Status}, not {call.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "a status below 400"}: {Text.FirstLine(await answer.TextAsync())}";
                return await ReadAsync(call, what, answer);
            }
            finally
            {
                await answer.DisposeAsync();
            }
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            return $"{what} was not answered: {Text.FirstLine(error.Message)}";
        }
    }

    private APIRequestContextOptions Options(HttpCall call)
    {
        var headers = call.Headers.ToList();
        if (call.Json is not null && !call.Headers.Keys.Contains("content-type", StringComparer.OrdinalIgnoreCase))
            headers.Add(new("Content-Type", "application/json"));
        return new() { Method = call.Method, Headers = headers, DataString = call.Json ?? call.Body, Timeout = (float)timeout.TotalMilliseconds };
    }

    private async Task<string?> ReadAsync(HttpCall call, string what, IAPIResponse answer)
    {
        foreach (var (name, path) in call.Captures)
        {
            if (JsonPath.Read(await answer.TextAsync(), path) is not { } value)
                return $"{what} has no {path} in its answer for ${{{name}}}";
            variables.Set(name, value);
        }
        return null;
    }
}
