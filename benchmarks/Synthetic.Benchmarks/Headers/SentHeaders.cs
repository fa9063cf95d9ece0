namespace Synthetic.Benchmarks.Headers;

/// <summary>Headers of systems in use, from public captures; those with small numbers are scaled up, and say by how much.</summary>
public static class SentHeaders
{
    public static IReadOnlyList<SentHeader> All { get; } = [.. NetworkHeaders.All, .. ServerHeaders.All];

    public static SentHeader Named(string system) => All.Single(sent => sent.System == system);
}
