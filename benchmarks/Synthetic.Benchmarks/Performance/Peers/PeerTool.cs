namespace Synthetic.Benchmarks.Performance.Peers;

/// <summary>Another tool, as npm brings it.</summary>
/// <param name="Name">What the document calls it.</param>
/// <param name="Packages">Its packages, with their versions.</param>
/// <param name="Files">The scripts that it needs, by name: what they hold, given the shop's address and the browser's path.</param>
/// <param name="Arguments">What node is told, in its folder.</param>
internal sealed record PeerTool(
    string Name, IReadOnlyList<string> Packages, IReadOnlyDictionary<string, Func<Uri, string, string>> Files, Func<Uri, string, IReadOnlyList<string>> Arguments)
{
    /// <summary>A program that has to be there; <c>null</c> for none.</summary>
    public string? Needs { get; init; }
}
