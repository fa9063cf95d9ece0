using System.Runtime.InteropServices;

namespace Synthetic.Browser.Finding;

/// <summary>Playwright's driver, a Node program that the package lays next to the assembly as <c>.playwright</c>.</summary>
internal static class PlaywrightDriver
{
    /// <summary>The driver's JavaScript package; <c>null</c> where the program was deployed without it.</summary>
    public static string? PackageFolder(IMachine machine) =>
        Roots(machine)
            .Select(root => Path.Join(root, ".playwright", "package"))
            .FirstOrDefault(package => machine.Look(Path.Join(package, "cli.js")) != FileState.Missing);

    /// <summary>The Node that runs it, by the same rules as the library's own.</summary>
    public static string NodePath(IMachine machine, string packageFolder)
    {
        if (machine.Variable("PLAYWRIGHT_NODEJS_PATH") is { } asked)
            return asked;
        var arch = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        var name = machine.Family switch
        {
            MachineFamily.Windows => "win32_x64/node.exe",
            MachineFamily.MacOS => $"darwin-{arch}/node",
            MachineFamily.Linux => $"linux-{arch}/node",
        };
        return Path.Join(Path.GetDirectoryName(packageFolder), "node", name);
    }

    private static IEnumerable<string> Roots(IMachine machine)
    {
        if (machine.Variable("PLAYWRIGHT_DRIVER_SEARCH_PATH") is { } asked)
            yield return asked;
        yield return AppContext.BaseDirectory;
    }
}
