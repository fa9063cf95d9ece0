using Synthetic.Browser.Scripting;
using Synthetic.Core.ScenarioFiles;
using Synthetic.Scenarios;
using Synthetic.Worker.Scheduling;

namespace Synthetic.Worker.Cli.Scenarios;

/// <summary>What this program's scenario files may refer to.</summary>
internal static class KnownScripts
{
    public static ScriptCatalogue Catalogue() => ScriptCatalogue.Of(typeof(PlaceOrder).Assembly);

    public static ScenarioVocabulary Vocabulary(Func<string, string?> variable) => new()
    {
        Environment = variable,
        CronError = CronSyntax.Error,
        Scripts = Catalogue().Names,
        Devices = KnownDevices.Names,
    };
}
