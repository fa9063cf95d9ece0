using Synthetic.Browser.Scripting;
using Synthetic.Core.ScenarioFiles;
using Synthetic.Scenarios;
using Synthetic.Worker.Scheduling;

namespace Synthetic.Worker.Cli.Scenarios;

/// <summary>What this program's scenario files may refer to.</summary>
internal static class KnownScripts
{
    public static ScriptCatalogue Catalogue() => ScriptCatalogue.Of(typeof(PlaceOrder).Assembly);

    /// <summary>What a file may refer to.</summary>
    /// <param name="variable">The environment.</param>
    /// <param name="folder">Where the file is: paths in it start there.</param>
    public static ScenarioVocabulary Vocabulary(Func<string, string?> variable, string folder) => new()
    {
        Environment = variable,
        CronError = CronSyntax.Error,
        Scripts = Catalogue().Names,
        Devices = KnownDevices.Names,
        FileFor = path => Existing(folder, path) ?? Existing(".", path),
    };

    // The working folder, too: it is where paths started before the scenario file's own folder came first.
    private static string? Existing(string folder, string path) =>
        !path.Contains('\0', StringComparison.Ordinal) && Path.GetFullPath(Path.Combine(folder, path)) is var full && File.Exists(full) ? full : null;
}
