using System.Runtime.CompilerServices;

namespace Synthetic.Benchmarks.Exactness;

/// <summary>The web-vitals library, from npm, in the version that is locked beside this project.</summary>
public static class WebVitals
{
    /// <summary>Why it is not there; <c>null</c> where it is, or was not asked for.</summary>
    public static string? Missing { get; private set; }

    /// <summary>Its source for a script element; <c>null</c> where npm is not there to bring it.</summary>
    public static async Task<string?> SourceAsync()
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../web-vitals"));
        Missing = await Npm.InstallAsync(folder, patience: TimeSpan.FromMinutes(2));
        return Missing is null ? await File.ReadAllTextAsync(Path.Combine(folder, "node_modules/web-vitals/dist/web-vitals.iife.js")) : null;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
