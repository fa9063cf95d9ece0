using Synthetic.Core.ScenarioFiles;

namespace Synthetic.Benchmarks.Failures;

/// <summary>Scenario files in few words, read as the program reads them, so that reading and doing are tried as one.</summary>
public static class WrittenFile
{
    /// <summary>A vocabulary in which nothing comes from outside but files to upload.</summary>
    public static ScenarioVocabulary Vocabulary { get; } = new()
    {
        Environment = _ => null,
        CronError = _ => null,
        Scripts = [],
        Devices = [],
        FileFor = path => File.Exists(path) ? path : null,
    };

    /// <summary>A file of one scenario.</summary>
    /// <param name="site">Its base address.</param>
    /// <param name="steps">Its steps, as JSON.</param>
    /// <param name="settings">Further keys of the scenario, as JSON, each with a comma after it.</param>
    /// <param name="file">Further keys of the file, likewise.</param>
    public static ScenarioFileResult Read(Uri site, string steps, string settings = "", string file = "") => ScenarioFile.Read(
        $$"""{ {{file}} "scenarios": [ { "name": "written", "baseUrl": "{{site}}", "timeout": "20s", {{settings}} "steps": [ {{steps}} ] } ] }""", Vocabulary);
}
