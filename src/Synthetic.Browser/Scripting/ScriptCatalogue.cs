using System.Reflection;

namespace Synthetic.Browser.Scripting;

/// <summary>The scenarios written in C#, by class name.</summary>
public sealed class ScriptCatalogue
{
    private readonly Dictionary<string, Type> _types;

    private ScriptCatalogue(Dictionary<string, Type> types) => _types = types;

    /// <summary>The names a scenario's <c>script</c> may have.</summary>
    public IReadOnlyCollection<string> Names => _types.Keys;

    /// <summary>Every public script of an assembly that can be made without arguments.</summary>
    public static ScriptCatalogue Of(Assembly assembly) => new(assembly.GetExportedTypes()
        .Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IScenarioScript)) && t.GetConstructor([]) is not null)
        .ToDictionary(t => t.Name, StringComparer.Ordinal));

    /// <summary>Makes a script: a new one for each run, so that none carries anything over.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public IScenarioScript Create(string name) => _types.TryGetValue(name, out var type)
        ? (IScenarioScript)Activator.CreateInstance(type)!
        : throw new ArgumentException($"no script is named {name}; there are: {string.Join(", ", _types.Keys.Order(StringComparer.Ordinal))}", nameof(name));
}
