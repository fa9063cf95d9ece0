using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Config;

/// <summary>An object as it stands in the file: anything may be missing, and what could not be read is missing too.</summary>
internal abstract record ConfigObject
{
    /// <summary>Where it stands, for messages and for the secrets in it.</summary>
    public ConfigNode? Source { get; set; }
}
