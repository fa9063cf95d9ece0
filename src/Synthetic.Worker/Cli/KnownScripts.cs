using Synthetic.Browser.Scripting;
using Synthetic.Core.ScenarioFiles;
using Synthetic.Scenarios;
using Synthetic.Worker.Scheduling;

namespace Synthetic.Worker.Cli;

/// <summary>What this program's scenario files may refer to.</summary>
internal static class KnownScripts
{
    internal static ScriptCatalogue Catalogue() => ScriptCatalogue.Of(typeof(PlaceOrder).Assembly);

    internal static ScenarioVocabulary Vocabulary(Func<string, string?> variable) => new()
    {
        Environment = variable,
        CronError = CronSyntax.Error,
        Scripts = Catalogue().Names,
        Devices = KnownDevices.Names,
    };
}
