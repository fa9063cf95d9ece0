namespace Synthetic.Results.Telemetry;

/// <summary>Names that others make up, bounded: each owner's first ones stay as they are, and those beyond become one. Compared without case.</summary>
/// <param name="most">How many names an owner may have.</param>
/// <param name="others">What stands for those beyond.</param>
internal sealed class BoundedNames(int most, string others)
{
    private readonly Dictionary<string, HashSet<string>> _known = new(StringComparer.Ordinal);

    /// <summary>The name to use.</summary>
    public string Of(string owner, string name)
    {
        var known = _known.TryGetValue(owner, out var of) ? of : _known[owner] = new(StringComparer.OrdinalIgnoreCase);
        if (known.TryGetValue(name, out var first))
            return first;
        return known.Count < most && known.Add(name) ? name : others;
    }
}
