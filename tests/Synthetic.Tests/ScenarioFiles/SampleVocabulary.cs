using Synthetic.Core.ScenarioFiles;
using Synthetic.Core.Scenarios;

namespace Synthetic.Tests.ScenarioFiles;

/// <summary>A vocabulary small enough to keep in mind, and shortcuts for reading with it.</summary>
internal static class SampleVocabulary
{
    public static ScenarioVocabulary With(params (string Name, string Value)[] environment) => new()
    {
        Environment = name => environment.Where(pair => pair.Name == name).Select(pair => pair.Value).FirstOrDefault(),
        CronError = cron => cron.Split(' ').Length is 6 or 7 ? null : $"'{cron}' has {cron.Split(' ').Length} fields, needs 6 or 7.",
        Scripts = ["PlaceOrder", "SignIn"],
        Devices = ["iPhone 15", "Pixel 7"],
        FileFor = path => path.StartsWith("missing", StringComparison.Ordinal) ? null : path,
    };

    public static ScenarioFileResult Read(string json, params (string Name, string Value)[] environment) =>
        ScenarioFile.Read(json, With(environment));

    public static Scenario One(string json, params (string Name, string Value)[] environment)
    {
        var result = Read(json, environment);
        Assert.That(result.Errors, Is.Empty);
        return result.Scenarios.Single();
    }

    public static string[] Messages(string json, params (string Name, string Value)[] environment) =>
        [.. Read(json, environment).Errors.Select(error => error.ToString())];
}
