using Microsoft.Playwright;
using Synthetic.Core.Evidence;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Goes through a scenario's declared steps, between its set-up and its tear-down.</summary>
internal sealed class DeclaredSteps(Scenario scenario, RunSession session, RunVariables variables, CancellationToken ct)
{
    /// <summary>How long each request of the tear-down may take: it is sent even where the run's time is used up.</summary>
    private static readonly TimeSpan TeardownTime = TimeSpan.FromSeconds(5);

    /// <summary>Runs them.</summary>
    /// <returns>What failed outside of any step; <c>null</c> for nothing.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<Failure?> RunAsync()
    {
        var client = session.Page.Context.APIRequest;
        try
        {
            if (await new HttpCalls(client, session.Driver, variables, scenario.Timeout).SendAsync(scenario.Setup, ct) is { } problem)
                return new Failure(null, FailureKind.Http, Text.Bounded($"set-up: {problem}"));
            foreach (var step in scenario.Steps)
            {
                if (!await RunAsync(variables.Fill(step)))
                    break;
            }
            return null;
        }
        finally
        {
            if (await new HttpCalls(client, session.Driver, variables, TeardownTime).SendAsync(scenario.Teardown, CancellationToken.None) is { } problem)
                session.Note("teardown", problem);
        }
    }

    private async Task<bool> RunAsync(Step step)
    {
        if (step.When is { } condition && !await IsVisibleAsync(session.Page.Locate(condition)))
        {
            session.Skip(step, $"{condition} was not visible");
            return true;
        }
        return await session.StepAsync(step, variables);
    }

    private static async Task<bool> IsVisibleAsync(ILocator locator)
    {
        try
        {
            return await locator.Filter(new() { Visible = true }).CountAsync() > 0;
        }
        catch (PlaywrightException)
        {
            // The page is on its way to the next one, or what it is in is not there.
            return false;
        }
    }
}
