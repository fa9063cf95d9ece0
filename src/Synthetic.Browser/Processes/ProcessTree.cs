using System.Diagnostics;

namespace Synthetic.Browser.Processes;

/// <summary>
/// The processes below one process. The number alone is not trusted: the system gives it to another once
/// its owner is gone, so the start time is kept with it.
/// </summary>
internal sealed class ProcessTree(int rootId, DateTime startedAt)
{
    /// <summary>The number of the process on top.</summary>
    public int RootId => rootId;

    /// <summary>The tree under a living process; <c>null</c> where it is gone.</summary>
    public static ProcessTree? Of(int processId)
    {
        using var process = Living(processId);
        return process is not null && StartOf(process) is { } started ? new ProcessTree(processId, started) : null;
    }

    /// <summary>Whether the process on top still runs.</summary>
    public bool IsAlive
    {
        get
        {
            using var process = Living(rootId);
            return process is not null && StartOf(process) == startedAt;
        }
    }

    /// <summary>Kills the process and everything below it. Returns at once; nothing happens where it is gone.</summary>
    public void Kill()
    {
        using var process = Living(rootId);
        try
        {
            if (process is not null && StartOf(process) == startedAt)
                process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It, or one below it, went by itself while it was being killed.
        }
    }

    private static DateTime? StartOf(Process process)
    {
        try
        {
            return process.StartTime;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static Process? Living(int processId)
    {
        Process? process = null;
        try
        {
            process = Process.GetProcessById(processId);
            // A zombie has exited, and only waits for its parent to notice.
            if (!process.HasExited && !(OperatingSystem.IsLinux() && ProcFiles.IsZombie(processId)))
                return process;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It went while we looked.
        }
        process?.Dispose();
        return null;
    }
}
