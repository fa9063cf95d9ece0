using Synthetic.Core.Basics;
using Synthetic.Core.Scenarios;

namespace Synthetic.Tests.ScenarioFiles;

public sealed class ScenarioFileTests
{
    private const string Shop = """ "name": "a", "baseUrl": "https://shop.example" """;

    [Test]
    public void TheFileAtTheTopIsGood()
    {
        var result = SampleVocabulary.Read(File.ReadAllText(Path.Combine(ProjectFolder.Root(), "scenarios.json")));
        Assert.That(result.Errors, Is.Empty);
        Assert.That(string.Join(',', result.Scenarios.Select(scenario => scenario.Name)), Is.EqualTo("place-order,place-order-coded"));
        Assert.That(result.Scenarios[0].BaseUrl, Is.EqualTo(new Uri("demo://shop")));
        Assert.That(result.Scenarios[0].Secrets, Is.Empty);
        Assert.That(result.Notifiers, Is.EqualTo(new[] { Notifier.Log }));
    }

    [TestCase(10_000, 0)]
    [TestCase(10_001, 1)]
    public void TenThousandScenariosAreRead(int count, int errors)
    {
        var scenarios = Enumerable.Range(1, count).Select(n => $$"""{ "name": "s{{n}}", "baseUrl": "https://shop.example", "script": "SignIn" }""");
        Assert.That(SampleVocabulary.Read($$"""{ "scenarios": [ {{string.Join(',', scenarios)}} ] }""").Errors, Has.Count.EqualTo(errors));
    }

    /// <summary>To look for them anew in all of the file for each scenario took half a minute where there were a thousand.</summary>
    [Test]
    public void SecretsAreLookedForOnceAndSharedByAll()
    {
        var result = SampleVocabulary.Read(
            """{ "scenarios": [ { "name": "a", "baseUrl": "https://${HOST}", "script": "SignIn" }, { "name": "b", "baseUrl": "https://shop.example", "script": "SignIn" } ] }""", ("HOST", "inner.example"));
        Assert.That(result.Scenarios[0].Secrets, Has.Count.EqualTo(1));
        Assert.That(result.Scenarios[1].Secrets, Is.SameAs(result.Scenarios[0].Secrets));
    }

    [Test]
    public void EverythingThatCanBeWrittenIsRead()
    {
        var json = File.ReadAllText(Path.Combine(ProjectFolder.Tests(), "everything.json"));
        var result = SampleVocabulary.Read(json, ("PASSWORD", "hunter22"), ("OPS_WEBHOOK", "https://hooks.example/abc"));
        Assert.That(result.Errors, Is.Empty);
        var text = string.Concat(result.Scenarios.Select(ScenarioText.Of)) + string.Concat(result.Notifiers.Select(ScenarioText.Of)) + string.Concat(result.Maintenance.Select(ScenarioText.Of));
        ProjectFolder.AssertGolden(Path.Combine(ProjectFolder.Tests(), "everything.txt"), text);
    }

    [Test]
    public void DefaultsAreLaidUnderEachScenarioKeyByKey()
    {
        var scenario = SampleVocabulary.One($$"""
            { "defaults": { "timeout": "20s", "retries": 1, "budgets": { "inp": "200ms", "lcp": "2s" }, "alerts": { "failures": 1, "of": 5 },
                            "device": { "width": 800 }, "throttle": { "cpu": 4 }, "ratings": { "response": { "poor": "4s" } }, "schedule": { "every": "1m" } },
              "scenarios": [ { {{Shop}}, "script": "SignIn", "retries": 0, "budgets": { "inp": "100ms" }, "alerts": { "of": 4 },
                            "device": { "height": 600 }, "throttle": { "latency": "80ms" }, "ratings": { "response": { "good": "2s" } } } ] }
            """);
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Timeout, Is.EqualTo(TimeSpan.FromSeconds(20)));
            Assert.That(scenario.Retries, Is.Zero);
            Assert.That(scenario.Budgets, Is.EqualTo(new[] { new Budget("lcp", 2000), new Budget("inp", 100) }));
            Assert.That((scenario.Alerts.Failures, scenario.Alerts.Of, scenario.Alerts.Recoveries), Is.EqualTo((1, 4, 2)));
            Assert.That(scenario.Device, Is.EqualTo(new Device { Height = 600 }));
            Assert.That(scenario.Throttle, Is.EqualTo(new Throttle { Cpu = 4, Latency = TimeSpan.FromMilliseconds(80) }));
            Assert.That(scenario.ResponseRating, Is.EqualTo(new ResponseRating(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4))));
            Assert.That(scenario.Schedule!.Every, Is.EqualTo(TimeSpan.FromMinutes(1)));
        });
    }

    [TestCase("baseline+20%", 20)]
    [TestCase("baseline + 1000 %", 1000)]
    [TestCase("${OVER:-baseline+5%}", 5)]
    public void ALimitMayBeSoMuchOverTheBaseline(string limit, int percent)
    {
        var budgets = SampleVocabulary.One($$"""
            { "defaults": { "budgets": { "response": "{{limit}}", "inp": "200ms" } },
              "scenarios": [ { {{Shop}}, "budgets": { "inp": "{{limit}}" }, "steps": [ { "reload": true, "budgets": { "server.db": "{{limit}}" } } ] } ] }
            """);
        Assert.That(budgets.Budgets, Is.EqualTo(new[] { Budget.OverBaseline("response", percent), Budget.OverBaseline("inp", percent) }));
        Assert.That(budgets.Steps[0].Budgets, Is.EqualTo(new[] { Budget.OverBaseline("server.db", percent) }));
    }

    [Test]
    public void StepsWithoutNamesAreNamedAfterWhatTheyDo()
    {
        var scenario = SampleVocabulary.One($$"""
            { "scenarios": [ { {{Shop}}, "steps": [ { "goto": "/" }, { "click": "#add-to-cart" }, { "click": "#add-to-cart" }, { "name": "click #add-to-cart (2)", "reload": true },
              { "fill": { "into": { "label": "Card" }, "value": "4111" } }, { "press": "Enter" }, { "press": { "into": "#q", "value": "Tab" } }, { "scroll": { "by": -20 } },
              { "waitFor": { "role": "button", "name": "Buy" } } ] } ] }
            """);
        Assert.That(string.Join('\n', scenario.Steps.Select(step => step.Name)), Is.EqualTo("""
            goto /
            click #add-to-cart
            click #add-to-cart (2)
            click #add-to-cart (2) (2)
            fill label "Card"
            press Enter
            press Tab in #q
            scroll by -20
            waitFor button "Buy"
            """));
    }

    [Test]
    public void CommentsTrailingCommasAndAByteOrderMarkAreAllowed() =>
        Assert.That(SampleVocabulary.Messages($$"""{{'\uFEFF'}}{ /* one */ "scenarios": [ { {{Shop}}, "script": "SignIn", }, ], } // end"""), Is.Empty);

    [TestCase("250ms", 250)]
    [TestCase("1.5s", 1500)]
    [TestCase("2m", 120_000)]
    [TestCase("0.1h", 360_000)]
    public void DurationsTakeAUnitAndDecimals(string text, double milliseconds)
    {
        Assert.That(DurationText.TryParse(text, out var duration), Is.True);
        Assert.That(duration.TotalMilliseconds, Is.EqualTo(milliseconds));
    }

    [TestCase("")]
    [TestCase("1")]
    [TestCase("s")]
    [TestCase("-1s")]
    [TestCase("1 s")]
    [TestCase(".5s")]
    [TestCase("1.s")]
    [TestCase("1e3s")]
    [TestCase("1S")]
    [TestCase("99999999999999h")]
    [TestCase("1,5s")]
    public void OtherTextsAreNoDurations(string text) =>
        Assert.That(DurationText.TryParse(text, out _), Is.False);

    [TestCase(0, "0s")]
    [TestCase(250, "250ms")]
    [TestCase(1500, "1500ms")]
    [TestCase(90_000, "90s")]
    [TestCase(120_000, "2m")]
    [TestCase(604_800_000, "168h")]
    public void DurationsAreWrittenInTheLargestUnitThatFits(double milliseconds, string text) =>
        Assert.That(DurationText.Format(TimeSpan.FromMilliseconds(milliseconds)), Is.EqualTo(text));
}
