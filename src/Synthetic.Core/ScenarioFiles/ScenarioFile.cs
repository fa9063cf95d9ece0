using Synthetic.Core.ScenarioFiles.Keys;
using Synthetic.Core.ScenarioFiles.Syntax;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>Reads the scenario file: everything wrong with it at once, or the scenarios it declares.</summary>
public static class ScenarioFile
{
    /// <summary>Reads a scenario file's text. It never throws for what the text says.</summary>
    /// <param name="json">The text; comments and trailing commas are allowed.</param>
    /// <param name="vocabulary">What the file may refer to.</param>
    /// <returns>Scenarios and notifiers, or errors: a file with an error gives no scenario.</returns>
    public static ScenarioFileResult Read(string json, ScenarioVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var context = new ReadContext(vocabulary);
        var root = ConfigParser.Parse(json, context);
        if (root is null)
            return Failed(context);

        EnvironmentExpansion.Apply(root, context);
        if (!FileShapes.File.TryRead(root, context, out var file))
            return Failed(context);

        FileChecks.Run(file, context);
        NamedFiles.Find(file, context);
        return context.Errors.Count > 0
            ? Failed(context)
            : new ScenarioFileResult(ScenarioBuilder.Build(file), [], NotifierBuilder.Build(file), MaintenanceBuilder.Build(file));
    }

    private static ScenarioFileResult Failed(ReadContext context) =>
        new([], [.. context.Errors.OrderBy(error => error.Line).ThenBy(error => error.Column)], [], []);
}

/// <summary>What reading a scenario file gave.</summary>
/// <param name="Scenarios">The scenarios in the file's order; empty where there is an error.</param>
/// <param name="Errors">Everything that is wrong, in the file's order; empty for a good file.</param>
/// <param name="Notifiers">The declared notifiers, after <c>log</c>, which is always there; empty where there is an error.</param>
/// <param name="Maintenance">The maintenance windows; empty where there is an error.</param>
public sealed record ScenarioFileResult(
    IReadOnlyList<Scenario> Scenarios, IReadOnlyList<ScenarioError> Errors, IReadOnlyList<Notifier> Notifiers, IReadOnlyList<MaintenanceWindow> Maintenance);
