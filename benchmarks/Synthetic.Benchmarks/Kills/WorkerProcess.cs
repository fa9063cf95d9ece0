using System.Diagnostics;

namespace Synthetic.Benchmarks.Kills;

/// <summary>The worker as a process of its own.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    /// <summary>The processor time that it took so far, without its browsers'.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Starts it.</summary>
    /// <param name="program">The path of <c>synthetic.dll</c>.</param>
    /// <param name="lines">Where its lines go: a file that all starts append to.</param>
    /// <param name="args">Its arguments.</param>
    public static WorkerProcess Start(string program, string lines, params string[] args) => Start(program, lines, new Dictionary<string, string>(), args);

    /// <summary>Starts it.</summary>
    /// <param name="program">The path of <c>synthetic.dll</c>.</param>
    /// <param name="lines">Where its lines go: a file that all starts append to.</param>
    /// <param name="environment">Variables that it gets beside one's own.</param>
    /// <param name="args">Its arguments.</param>
    public static WorkerProcess Start(string program, string lines, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("/bin/sh") { Environment = { ["SYNTHETIC_HOST_NOISE"] = "off" } };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        foreach (var arg in (string[])["-c", "exec \"$@\" >> \"$0\" 2>&1", lines, "dotnet", program, "worker", "--log-format", "json", "--urls", "none", .. args])
            start.ArgumentList.Add(arg);
        return new WorkerProcess(Process.Start(start)!);
    }

    /// <summary>Ends it between two instructions: SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await kill.WaitForExitAsync();
        }
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose() => _process.Dispose();
}
