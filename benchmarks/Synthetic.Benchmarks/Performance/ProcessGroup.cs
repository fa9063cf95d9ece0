using System.Diagnostics;
using System.Globalization;

namespace Synthetic.Benchmarks.Performance;

/// <summary>A group of processes whose processor time the system adds up, with all that they start and all that have ended: a cgroup.</summary>
internal sealed class ProcessGroup : IAsyncDisposable
{
    private static readonly string? Root = File.Exists("/proc/mounts")
        ? File.ReadLines("/proc/mounts").Select(line => line.Split(' ')).FirstOrDefault(fields => fields[2] == "cgroup2")?[1]
        : null;

    private readonly string _folder = Path.Combine(Root ?? "", $"synthetic-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}");

    public ProcessGroup() => Directory.CreateDirectory(_folder);

    /// <summary>Why there can be none here; <c>null</c> where there can.</summary>
    public static string? Missing
    {
        get
        {
            if (Root is null)
                return "there is no cgroup2 file system: processor time cannot be added up";
            try
            {
                Directory.Delete(new ProcessGroup()._folder);
                return null;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return $"no cgroup may be made: {error.Message}";
            }
        }
    }

    /// <summary>The processor time of all of them so far.</summary>
    public TimeSpan ProcessorTime => TimeSpan.FromMicroseconds(File.ReadLines(Path.Combine(_folder, "cpu.stat"))
        .Where(line => line.StartsWith("usage_usec ", StringComparison.Ordinal))
        .Select(line => long.Parse(line["usage_usec ".Length..], CultureInfo.InvariantCulture))
        .Single());

    /// <summary>The same of those that run, and of the renderers that have ended, in milliseconds by what a process is for.</summary>
    public IReadOnlyDictionary<string, double> TimeByKind => ProcessKinds.TimeOf(File.ReadLines(Path.Combine(_folder, "cgroup.procs")));

    /// <summary>Their proportional memory, in bytes: what several share counts for each by its part.</summary>
    public long ProportionalMemory => File.ReadLines(Path.Combine(_folder, "cgroup.procs")).Sum(id => MemoryOf($"/proc/{id}/smaps_rollup"));

    /// <summary>Starts a program in it, its output redirected.</summary>
    public Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string? folder = null)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? "" };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        foreach (var argument in (string[])["-c", "echo $$ > \"$0\" && exec \"$@\"", Path.Combine(_folder, "cgroup.procs"), program, .. arguments])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>Kills what is left of it.</summary>
    public async ValueTask DisposeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "cgroup.kill"), "1");
        for (var tries = 0; tries < 200; tries++)
        {
            try
            {
                Directory.Delete(_folder);
                return;
            }
            catch (IOException)
            {
                // What was killed is still being taken away.
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
            }
        }
    }

    private static long MemoryOf(string file)
    {
        try
        {
            return File.ReadLines(file).Where(line => line.StartsWith("Pss:", StringComparison.Ordinal))
                .Sum(line => long.Parse(line.AsSpan("Pss:".Length).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture)) * 1024;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It has ended.
            return 0;
        }
    }
}
