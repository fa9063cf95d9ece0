using System.Diagnostics;

namespace Synthetic.Benchmarks.Exactness;

/// <summary>npm and node, which bring what the matrix needs of other people's work.</summary>
public static class Npm
{
    /// <summary>Installs what a folder's lock file says, where that is not there yet.</summary>
    /// <param name="folder">A folder of benchmarks/ with a package.json and a lock file.</param>
    /// <param name="patience">npm itself waits ten minutes for a registry that does not answer.</param>
    /// <returns>Why not; <c>null</c> where it is there.</returns>
    public static async Task<string?> InstallAsync(string folder, TimeSpan patience)
    {
        var installed = new FileInfo(Path.Combine(folder, "node_modules/.package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
            return null;
        return await RunAsync("npm", ["ci", "--no-audit", "--no-fund"], folder, patience);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Why that did not come off; <c>null</c> where it did.</returns>
    public static async Task<string?> RunAsync(string program, string[] arguments, string folder, TimeSpan patience)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            try
            {
                await process.WaitForExitAsync().WaitAsync(patience, TimeProvider.System);
            }
            catch (TimeoutException)
            {
                process.Kill(entireProcessTree: true);
                return $"{program} {arguments[0]} was not through after {patience.TotalMinutes:0} minutes";
            }
            await output;
            return process.ExitCode == 0 ? null : $"{program} {arguments[0]} failed: {(await error).Trim()}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return $"there is no {program}";
        }
    }
}
