namespace Synthetic.Benchmarks.Performance.Peers;

/// <summary>Another tool, as npm brings it.</summary>
/// <param name="Name">What the document calls it.</param>
/// <param name="Packages">Its packages, with their versions.</param>
/// <param name="Files">The scripts that it needs, by name: what they hold, given the shop's address and the browser's path.</param>
/// <param name="Arguments">What node is told, in its folder, given the browser's path.</param>
/// <param name="Says">Reads what it says of the order, given its output and its results' folder.</param>
internal sealed record PeerTool(
    string Name, IReadOnlyList<string> Packages, IReadOnlyDictionary<string, Func<Uri, string, string>> Files, Func<string, IReadOnlyList<string>> Arguments,
    Func<string, string, PeerSays> Says)
{
    /// <summary>Its results, in its folder.</summary>
    public const string Results = "results";

    /// <summary>Debian's package that is unpacked in its folder, its dependencies left out; <c>null</c> for none.</summary>
    public string? DebianPackage { get; init; }

    /// <summary>Its name and the version of its first package.</summary>
    public string FullName => $"{Name} {Packages[0].Split('@')[^1]}";
}

/// <summary>What a tool says of the order.</summary>
/// <param name="InpMs">The page's INP; <c>null</c> where it says none.</param>
/// <param name="ResponseMs">How long the order took; <c>null</c> where it says nothing of the kind.</param>
internal sealed record PeerSays(double? InpMs, double? ResponseMs);
