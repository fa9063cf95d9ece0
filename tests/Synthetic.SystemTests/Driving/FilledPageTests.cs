using Synthetic.Browser.Scripting;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Scenarios;

namespace Synthetic.SystemTests.Driving;

/// <summary>Scripts that go to no page, but put their own into the browser's first, empty one.</summary>
public sealed class FilledPageTests
{
    [Test]
    public async Task APageThatAScriptFillsItselfIsMeasuredAsAnyOther()
    {
        await using var rig = new Rig(typeof(FillsThePage).Assembly);
        var record = await rig.RunAsync(new Scenario { Name = "filled", Script = nameof(FillsThePage) });

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        var click = record.Steps[^1].Interactions[^1];
        Assert.That(click.Response!.Source, Is.EqualTo(ResponseSource.Expectation));
        Assert.That(click.Inp!.Ms, Is.GreaterThanOrEqualTo(96), "the handler works for 100 ms, and INP is rounded to 8");
    }
}

/// <summary>Fills the page, and clicks what it put there.</summary>
public sealed class FillsThePage : IScenarioScript
{
    private const string Page =
        """
        <button id="go">Go</button><p id="done"></p>
        <script>
          document.getElementById('go').addEventListener('click', () => {
            for (const until = performance.now() + 100; performance.now() < until;);
            document.getElementById('done').textContent = 'Done';
          });
        </script>
        """;

    /// <inheritdoc />
    public async Task RunAsync(IScenarioSteps steps, CancellationToken ct)
    {
        await steps.StepAsync("Fill", page => page.SetContentAsync(Page));
        await steps.StepAsync("Go", page => page.ClickAsync("#go"), new Expectation { Text = "Done" });
    }
}
