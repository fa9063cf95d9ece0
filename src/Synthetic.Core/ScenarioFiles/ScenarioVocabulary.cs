namespace Synthetic.Core.ScenarioFiles;

/// <summary>What a scenario file may refer to besides itself; the program that reads the file knows it.</summary>
public sealed record ScenarioVocabulary
{
    /// <summary>Gives an environment variable's value, or <c>null</c> where it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Says what is wrong with a cron expression, or <c>null</c> where nothing is.</summary>
    public required Func<string, string?> CronError { get; init; }

    /// <summary>Names of the C# scenarios that <c>script</c> may take.</summary>
    public required IReadOnlyCollection<string> Scripts { get; init; }

    /// <summary>Names that <c>device</c> may take, besides <c>desktop</c>.</summary>
    public required IReadOnlyCollection<string> Devices { get; init; }

    /// <summary>Finds a file that a scenario uploads: gives the path to open it by, or <c>null</c> where there is none. Default: takes any path as it is.</summary>
    public Func<string, string?> FileFor { get; init; } = path => path;
}
