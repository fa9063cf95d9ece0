namespace Synthetic.Browser.Finding;

/// <summary>Where a user's programs keep what they can make again.</summary>
internal static class CacheFolder
{
    /// <summary>The folder of all programs; <c>null</c> where no home is known.</summary>
    public static string? Of(IMachine machine)
    {
        var home = machine.Variable(machine.Family == MachineFamily.Windows ? "USERPROFILE" : "HOME");
        return machine.Family switch
        {
            MachineFamily.Windows => machine.Variable("LOCALAPPDATA") ?? Under(home, "AppData/Local"),
            MachineFamily.MacOS => Under(home, "Library/Caches"),
            MachineFamily.Linux => machine.Variable("XDG_CACHE_HOME") ?? Under(home, ".cache"),
        };
    }

    /// <summary>The folder of one program; <c>null</c> where no home is known.</summary>
    public static string? Of(IMachine machine, string program) => Under(Of(machine), program);

    private static string? Under(string? folder, string name) => folder is null ? null : Path.Join(folder, name);
}
