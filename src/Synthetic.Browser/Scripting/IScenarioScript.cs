using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Scripting;

/// <summary>A scenario written in C#: for what declared steps cannot say.</summary>
public interface IScenarioScript
{
    /// <summary>Goes through the steps. Each call of <see cref="IScenarioSteps.StepAsync"/> is measured like a declared step.</summary>
    /// <param name="steps">The page, and the way to name steps on it.</param>
    /// <param name="ct">Cancelled when the worker stops, or the scenario's time is up.</param>
    /// <exception cref="Exception">Anything thrown outside a step fails the run as <c>script</c>.</exception>
    Task RunAsync(IScenarioSteps steps, CancellationToken ct);
}

/// <summary>What a script drives.</summary>
public interface IScenarioSteps
{
    /// <summary>The page. What is done to it outside a step is not measured.</summary>
    IPage Page { get; }

    /// <summary>The scenario's base address; <c>null</c> where it has none.</summary>
    Uri? BaseUrl { get; }

    /// <summary>Runs and measures one step.</summary>
    /// <param name="name">Its name, as budgets, records and alerts show it.</param>
    /// <param name="action">What to do.</param>
    /// <param name="expect">What the page must show afterwards: the response ends with its paint.</param>
    /// <param name="budgets">Limits for this step.</param>
    /// <returns>A task that throws where the step failed: let it through, the run is over.</returns>
    /// <exception cref="OperationCanceledException">The scenario's time is up, or the run was stopped: nothing is measured any more.</exception>
    Task StepAsync(string name, Func<IPage, Task> action, Expectation? expect = null, params IReadOnlyList<Budget> budgets);
}
