namespace Synthetic.Tests.ScenarioFiles;

public sealed class EnvironmentValueTests
{
    private static string Fill(string value) => $$"""
        { "scenarios": [ { "name": "a", "baseUrl": "https://shop.example", "steps": [ { "fill": { "into": "#a", "value": "{{value}}" } } ] } ] }
        """;

    [TestCase("${TOKEN}", "hunter22")]
    [TestCase("<${TOKEN}-${TOKEN}>", "<hunter22-hunter22>")]
    [TestCase("${TOKEN:-none}", "hunter22")]
    [TestCase("${OTHER:-none}", "none")]
    [TestCase("${OTHER:-}", "")]
    [TestCase("${EMPTY:-none}", "none")]
    [TestCase("${EMPTY}", "")]
    [TestCase("$${TOKEN}", "${TOKEN}")]
    [TestCase("$TOKEN costs $5", "$TOKEN costs $5")]
    [TestCase("${NESTED}", "${TOKEN}")]
    public void ReferencesAreFilledIn(string written, string expected)
    {
        var scenario = SampleVocabulary.One(Fill(written), ("TOKEN", "hunter22"), ("EMPTY", ""), ("NESTED", "${TOKEN}"));
        Assert.That(scenario.Steps[0].Values, Is.EqualTo(new[] { expected }));
    }

    [TestCase("${TOKEN}${TOKEN}", "TOKEN")]
    [TestCase("${TOKEN:-none}", "TOKEN")]
    [TestCase("${OTHER:-none}", "")]
    [TestCase("${EMPTY}", "")]
    [TestCase("$${TOKEN}", "")]
    public void OnlyWhatCameFromTheEnvironmentIsSecret(string written, string names)
    {
        var scenario = SampleVocabulary.One(Fill(written), ("TOKEN", "hunter22"), ("EMPTY", ""));
        Assert.That(string.Join(',', scenario.Secrets.Select(secret => secret.Name)), Is.EqualTo(names));
    }

    [Test]
    public void AScenarioHidesTheSecretsOfTheWholeFile()
    {
        var scenarios = SampleVocabulary.Read("""
            { "defaults": { "device": { "userAgent": "${AGENT}" } },
              "scenarios": [ { "name": "a", "script": "SignIn", "baseUrl": "${URL}" }, { "name": "b", "script": "SignIn" } ],
              "notifiers": { "ops": { "type": "webhook", "url": "https://hooks.example/${TOKEN}" } } }
            """, ("AGENT", "robot/1"), ("URL", "https://shop.example"), ("TOKEN", "hunter22"));
        Assert.That(scenarios.Errors, Is.Empty);
        foreach (var scenario in scenarios.Scenarios)
            Assert.That(string.Join(',', scenario.Secrets.Select(secret => secret.Name)), Is.EqualTo("URL,AGENT,TOKEN"), scenario.Name);
        Assert.That(scenarios.Notifiers[1].Url!.Reveal(), Is.EqualTo("https://hooks.example/hunter22"));
        Assert.That(scenarios.Notifiers[1].ToString(), Does.Not.Contain("hunter22"));
        Assert.That(scenarios.Notifiers[1].Secrets.Single().Name, Is.EqualTo("TOKEN"));
    }

    [Test]
    public void AStepNeverShowsASecretInItsName()
    {
        var scenario = SampleVocabulary.One("""
            { "scenarios": [ { "name": "a", "steps": [ { "goto": "https://shop.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/${TOKEN}" }, { "name": "as ${TOKEN}", "back": true } ] } ] }
            """, ("TOKEN", "hunter22-hunter22-hunter22"));
        Assert.That(scenario.Steps[0].Name, Does.EndWith("/***"));
        Assert.That(scenario.Steps[1].Name, Is.EqualTo("as ***"));
    }

    private static IEnumerable<string> PlacesForAString() =>
    [
        "baseUrl", "script", "timeout", "device", "steps", "schedule", "budgets", "throttle", "alerts", "ratings", "retries",
    ];

    [TestCaseSource(nameof(PlacesForAString))]
    public void NoMessageShowsASecret(string key)
    {
        var messages = SampleVocabulary.Messages($$"""{ "scenarios": [ { "name": "a", "script": "SignIn", "{{(key == "script" ? "steps" : key)}}": "${TOKEN}" } ] }""", ("TOKEN", "hunter22"));
        Assert.That(messages, Is.Not.Empty);
        Assert.That(string.Join('\n', messages), Does.Not.Contain("hunter22"));
    }

    [Test]
    public void ASuggestionDoesNotGiveASecretAway()
    {
        var messages = SampleVocabulary.Messages("""{ "scenarios": [ { "name": "a", "script": "${TOKEN}", "schedule": { "cron": "${TOKEN}" }, "device": "${TOKEN}" } ] }""", ("TOKEN", "SignIm"));
        Assert.That(messages, Has.Length.EqualTo(3));
        Assert.That(string.Join('\n', messages), Does.Not.Contain("Sign").And.Contain("***"));
    }
}
