using Synthetic.Browser.Finding;

namespace Synthetic.Browser.Pooling;

/// <summary>
/// Lets the driver keep its compiled code on disk, where its Node finds it again at the next start: a fresh process then begins sooner.
/// Node looks whether the code is still that of its source; where the folder can't be written, it does without.
/// </summary>
internal static class DriverCodeCache
{
    /// <summary>Node's own variable. What the user has set is left alone.</summary>
    public const string Variable = "NODE_COMPILE_CACHE";

    /// <summary>Tells the drivers that this process starts from now on where to keep it.</summary>
    public static void Use(IMachine machine)
    {
        if (FolderOf(machine) is { } folder)
            Environment.SetEnvironmentVariable(Variable, folder);
    }

    /// <summary>Where it is to be kept; <c>null</c> where the user has said so already, or no home is known.</summary>
    public static string? FolderOf(IMachine machine) =>
        machine.Variable(Variable) is null && CacheFolder.Of(machine, "synthetic") is { } own ? Path.Join(own, "driver-code") : null;
}
