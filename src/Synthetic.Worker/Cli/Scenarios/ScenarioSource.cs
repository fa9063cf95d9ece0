using Synthetic.Core.ScenarioFiles;
using Synthetic.Core.Scenarios;

namespace Synthetic.Worker.Cli.Scenarios;

/// <summary>Reads scenario files for commands.</summary>
internal static class ScenarioSource
{
    /// <summary>Reads a file.</summary>
    /// <returns>What is in it; with everything that is wrong, ready to be shown, where something is.</returns>
    public static (ScenarioFileResult? File, IReadOnlyList<string> Errors) Read(string path, CommandContext context)
    {
        if (path.Length == 0)
            return (null, ["the name of the scenario file is empty; leave it out for scenarios.json"]);
        string json;
        try
        {
            json = path == "-" ? context.In.ReadToEnd() : File.ReadAllText(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, [$"{path} is not there; name a scenario file with --config, or try: synthetic demo --once"]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, [$"{path} cannot be read: {error.Message}"]);
        }

        var file = ScenarioFile.Read(json, KnownScripts.Vocabulary(context.Variable, path == "-" ? "." : Path.GetDirectoryName(Path.GetFullPath(path)) ?? "."));
        return (file, [.. file.Errors.Select(error => Place(path, error) + Said(error))]);
    }

    /// <summary>Picks scenarios by name; all where none is named.</summary>
    public static (IReadOnlyList<Scenario> Picked, IReadOnlyList<string> Errors) Pick(
        IReadOnlyList<Scenario> scenarios, IReadOnlyList<string> names)
    {
        var known = scenarios.Select(scenario => scenario.Name).ToList();
        var errors = names.Except(known).Select(name =>
            $"there is no scenario \"{name}\"{Ended(Suggestion.Hint(name, known))}{(known.Count == 0 ? "" : $" Known: {string.Join(", ", known)}")}");
        return (names.Count == 0 ? scenarios : [.. names.Distinct().SelectMany(name => scenarios.Where(one => one.Name == name))], [.. errors]);
    }

    // A hint is a question and ends the sentence itself.
    private static string Ended(string hint) => hint.Length == 0 ? "." : hint;

    // A syntax error names its place in its text, which stands before the text here already.
    private static string Said(ScenarioError error) =>
        error.ToString().Replace($" line {error.Line}, column {error.Column}:", "", StringComparison.Ordinal);

    private static string Place(string path, ScenarioError error) => error.Line is { } line ? $"{path}:{line}:{error.Column}: " : $"{path}: ";
}
