using System.Diagnostics;
using System.Text;

namespace Synthetic.Benchmarks.Performance;

/// <summary>A program that checks the shop once and ends.</summary>
/// <param name="Name">What the document calls it.</param>
/// <param name="Program">Its path.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record FreshWay(string Name, string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Variables that it gets beside one's own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it is run; <c>null</c> where that does not matter.</summary>
    public string? Folder { get; init; }

    /// <summary>A folder that it writes its results to, empty before each run; <c>null</c> for none.</summary>
    public string? Results { get; init; }

    /// <summary>What it says of the order, given its output and what the page told; <c>null</c> where it says nothing.</summary>
    public Func<string, IReadOnlyList<Truth>, SaidFigures?>? Says { get; init; }
}

/// <summary>What one run of a fresh process took.</summary>
/// <param name="WallMs">From its start to its end, in milliseconds.</param>
/// <param name="CpuMs">Processor time of all its processes, in milliseconds.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Bytes">Bytes that it wrote to standard output, to standard error and as results.</param>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Errors">What it wrote to standard error.</param>
internal sealed record FreshRun(double WallMs, double CpuMs, string Output, long Bytes, int ExitCode, string Errors)
{
    /// <summary>How long a run may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs it.</summary>
    /// <param name="way">What.</param>
    /// <param name="memory">Looks at its memory meanwhile, which costs it time; <c>null</c> where that is not to be.</param>
    public static async Task<FreshRun> OfAsync(FreshWay way, MemoryWatch? memory = null)
    {
        var results = way.Results is { } folder ? EmptyFolder(folder) : null;
        await using var group = new ProcessGroup();
        var begun = Stopwatch.GetTimestamp();
        using var process = group.Start(way.Program, way.Arguments, way.Environment, way.Folder);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using (memory?.Watch(group))
            await process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
        var wall = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        return new FreshRun(
            wall, group.ProcessorTime.TotalMilliseconds, await output, Encoding.UTF8.GetByteCount(await output) + Encoding.UTF8.GetByteCount(await errors) + BytesOf(results), process.ExitCode, await errors);
    }

    private static DirectoryInfo EmptyFolder(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder);
    }

    private static long BytesOf(DirectoryInfo? folder) => folder?.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) ?? 0;
}
