using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Synthetic.Benchmarks.Exactness;

/// <summary>The web-vitals library, from npm, in the version that is locked beside this project.</summary>
public static class WebVitals
{
    /// <summary>For one small package; npm itself waits ten minutes for a registry that does not answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Why it is not there; <c>null</c> where it is, or was not asked for.</summary>
    public static string? Missing { get; private set; }

    /// <summary>Its source for a script element; <c>null</c> where npm is not there to bring it.</summary>
    public static async Task<string?> SourceAsync()
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../web-vitals"));
        var file = Path.Combine(folder, "node_modules/web-vitals/dist/web-vitals.iife.js");
        if (!File.Exists(file))
            Missing = await InstallAsync(folder);
        return Missing is null ? await File.ReadAllTextAsync(file) : null;
    }

    private static async Task<string?> InstallAsync(string folder)
    {
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var error = npm.StandardError.ReadToEndAsync();
            var output = npm.StandardOutput.ReadToEndAsync();
            try
            {
                await npm.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
            }
            catch (TimeoutException)
            {
                npm.Kill(entireProcessTree: true);
                return $"npm ci was not through after {Patience.TotalMinutes:0} minutes";
            }
            await output;
            return npm.ExitCode == 0 ? null : $"npm ci failed: {(await error).Trim()}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "there is no npm";
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
