using Microsoft.AspNetCore.Builder;
using Synthetic.Benchmarks.Failures;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.ScenarioFiles;
using Synthetic.Core.Scenarios;

namespace Synthetic.SystemTests.Driving.EveryKey;

/// <summary>
/// The examples of docs/scenario-keys.md in a real browser. What a step does or expects the site shows, and the file itself expects it; the rest is looked up in the record here.
/// That no key of the schema is left out of keys.json, <c>ScenarioSchemaTests</c> holds.
/// </summary>
[Parallelizable(ParallelScope.All)]
[CancelAfter(120_000)]
public sealed class EveryKeyTests : SiteFixture
{
    private const string Password = "s3cret-word";

    private readonly KeySite _site = new();
    private IReadOnlyList<Scenario> _scenarios = [];

    [OneTimeSetUp]
    public async Task Read()
    {
        var host = Site.Uri.GetLeftPart(UriPartial.Authority);
        var state = Path.Combine(TestContext.CurrentContext.WorkDirectory, "every-key-state.json");
        await File.WriteAllTextAsync(state, $$"""{ "cookies": [], "origins": [ { "origin": "{{host}}", "localStorage": [ { "name": "theme", "value": "sepia" } ] } ] }""");
        var file = ScenarioFile.Read((await File.ReadAllTextAsync(Path.Combine(KeySite.Folder, "keys.json"))).Replace("https://shop.example", host, StringComparison.Ordinal), WrittenFile.Vocabulary with
        {
            Environment = name => name switch { "PASSWORD" => Password, "OPS_WEBHOOK" => "https://ops.example/hook", "OPS_SECRET" => "ops-secret", _ => null },
            Scripts = ["PlaceOrder"],
            Devices = ["Pixel 7"],
            FileFor = path => path == "state.json" ? state : Path.Combine(KeySite.Folder, path),
        });
        Assert.That(file.Errors, Is.Empty);
        _scenarios = file.Scenarios;
    }

    [Test]
    public async Task WhatStepsDoAndExpect()
    {
        var record = await RunAsync("do and expect");

        Assert.That(record.Steps.Select(step => step.Name), Has.One.EqualTo("Read the order").And.One.EqualTo("Back to the list"));
        Assert.That(record.Steps.Count(step => step.Name.StartsWith("click #more", StringComparison.Ordinal) && step.Status == StepStatus.Passed), Is.EqualTo(2), "repeat goes on while when holds");
        Assert.That(Of(record, "click #add").ReadyMs, Is.Not.Null);
        Assert.That(Of(record, "click #add").Interactions.Single().Response!.SettledMs, Is.Not.Null);
        Assert.That(Of(record, "click #cookies").Incidents!.Single().Text, Does.Contain("100 ms"), "optional, and its own timeout");
        Assert.That(record.Budgets.Where(budget => budget.Step is null && budget.Actual is not null).Select(budget => budget.Metric),
            Is.EquivalentTo(new[] { "inp", "response", "lcp", "fcp", "ttfb", "cls", "duration", "server.db", "serverTotal.db" }));
        Assert.That(record.Budgets.Single(budget => budget.Step is not null).Percent, Is.EqualTo(50));
        Assert.That(RunJson.Write(record), Does.Not.Contain(Password));
    }

    [Test]
    public async Task WhatTheBrowserIsToldAndWhatIsSentAroundTheSteps()
    {
        var record = await RunAsync("as somebody else", traces: true);

        Assert.That(_site.Calls, Is.EqualTo(new[] { $$"""POST reset Bearer {{Password}} {"account":"demo"}""", "DELETE orders/c-7", "PUT state  closed c-7", "PATCH state" }));
        Assert.That(record.Pages[0].TtfbMs, Is.GreaterThanOrEqualTo(40), "the line is as slow as throttle says");
        Assert.That(record.Steps[0].Requests[0].TraceParent, Does.Contain(record.TraceId!), "trace sends it");
        Assert.That(Of(record, "tap").Interactions.Single().Response!.Rating, Is.EqualTo(Rating.Poor), "over 2 ms are poor by this scenario's ratings");
    }

    [Test]
    public async Task AFailedRunIsTriedAgainAsOftenAsRetriesSays()
    {
        var record = await RunAsync("tries again");
        Assert.That((record.Attempt, record.EarlierFailures!.Single().Kind), Is.EqualTo((2, FailureKind.Http)));
    }

    [Test]
    public async Task AScriptIsRun() => Assert.That((await RunAsync("in code")).Steps.Select(step => step.Name), Is.EqualTo(new[] { "Open the shop", "Add to cart", "Place order" }));

    [Test]
    public void WhatNoRunShowsIsReadAllTheSame()
    {
        var again = _scenarios.Single(scenario => scenario.Name == "tries again");
        Assert.That((again.Timeout, _scenarios[0].Timeout), Is.EqualTo((TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2))), "the default, and a scenario's own");
    }

    protected override void Map(WebApplication app) => _site.Map(app);

    private static StepResult Of(RunRecord record, string name) => record.Steps.Single(step => step.Name.StartsWith(name, StringComparison.Ordinal));

    private async Task<RunRecord> RunAsync(string name, bool traces = false)
    {
        var record = await Rig.RunAsync(_scenarios.Single(scenario => scenario.Name == name), traces, CancellationToken.None);
        // A budget may be broken on a busy machine.
        Assert.That(record.Status, Is.AnyOf(RunStatus.Passed, RunStatus.Degraded, RunStatus.Inconclusive), record.Failure?.ToString());
        return record;
    }
}
