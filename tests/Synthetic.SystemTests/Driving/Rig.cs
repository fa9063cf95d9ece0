using System.Reflection;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Pooling;
using Synthetic.Browser.Scripting;
using Synthetic.Core.Records;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.SystemTests.Driving;

/// <summary>The real line from scenario to record, on one warm browser: what a worker does, without the worker.</summary>
/// <param name="scripts">Where scripts come from; those of the project's own scenarios where it is left out.</param>
internal sealed class Rig(Assembly? scripts = null) : IAsyncDisposable
{
    private readonly BrowserPool _pool = new(new BrowserPoolOptions { BrowserPath = BrowserSetup.Browser.Path });

    public Task<RunRecord> RunAsync(Scenario scenario, CancellationToken ct = default) => RunAsync(scenario, traces: false, ct);

    public Task<RunRecord> RunAsync(Scenario scenario, bool traces, CancellationToken ct)
    {
        var catalogue = ScriptCatalogue.Of(scripts ?? typeof(Scenarios.PlaceOrder).Assembly);
        var source = new BrowserEvidenceSource(_pool, catalogue, TimeProvider.System, traces);
        return new ScenarioRunner(source, TimeProvider.System, "test").RunAsync(scenario, RunSlot.Manual, null, ct);
    }

    public ValueTask DisposeAsync() => _pool.DisposeAsync();
}

/// <summary>Scenarios in few words.</summary>
internal static class A
{
    public static Scenario Scenario(Uri site, params Step[] steps) => new()
    {
        Name = "test",
        BaseUrl = site,
        Timeout = TimeSpan.FromSeconds(20),
        Steps = [.. steps.Select((s, i) => s with { Index = i })],
    };

    public static Step Goto(string address = "/") => Of(StepAction.Goto) with { Name = $"goto {address}", Values = [address] };

    public static Step Click(string selector, Expectation? expect = null) =>
        Of(StepAction.Click) with { Name = $"click {selector}", Target = Css(selector), Expect = expect };

    public static Step Do(StepAction action, string? selector, params string[] values) =>
        Of(action) with { Name = $"{action} {selector}", Target = selector is null ? null : Css(selector), Values = values };

    public static Locator Css(string selector) => new(LocatorKind.Selector, selector);

    public static Expectation Text(string text) => new() { Text = text };

    private static Step Of(StepAction action) => new() { Index = 0, Name = "", Action = action };
}
