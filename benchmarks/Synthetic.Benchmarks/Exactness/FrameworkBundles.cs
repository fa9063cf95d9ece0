using System.Runtime.CompilerServices;

namespace Synthetic.Benchmarks.Exactness;

/// <summary>The pages that are made with frameworks: installed from npm as locked in benchmarks/frameworks, and bundled for a browser.</summary>
public static class FrameworkBundles
{
    /// <summary>Why they are not there; <c>null</c> where they are, or were not asked for.</summary>
    public static string? Missing { get; private set; }

    /// <summary>Bundles them; gives the folder, or <c>null</c> where npm is not there to bring what they are made with.</summary>
    public static async Task<string?> FolderAsync()
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../frameworks"));
        Missing = await Npm.InstallAsync(folder, patience: TimeSpan.FromMinutes(4))
            ?? await Npm.RunAsync("node", ["build.mjs"], folder, patience: TimeSpan.FromMinutes(1));
        return Missing is null ? Path.Combine(folder, "node_modules/.cache/pages") : null;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
