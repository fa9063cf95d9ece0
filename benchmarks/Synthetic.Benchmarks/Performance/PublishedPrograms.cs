using System.Runtime.InteropServices;
using Synthetic.Benchmarks.Exactness;

namespace Synthetic.Benchmarks.Performance;

/// <summary>The worker and the floor, published alike.</summary>
/// <param name="Worker">The path of the worker.</param>
/// <param name="Floor">The path of the floor.</param>
internal sealed record PublishedPrograms(string Worker, string Floor)
{
    private static readonly string[] SourceFolders = ["src", "benchmarks/Synthetic.Floor"];

    /// <summary>How they are published.</summary>
    public static IReadOnlyList<string> Options { get; } =
        ["--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier, "--self-contained", "-p:PublishReadyToRun=true", "-p:PublishReadyToRunComposite=true", "-p:DebugType=none", "-p:UseSharedCompilation=false", "-nodeReuse:false"];

    /// <summary>Publishes both, each into a folder of its own; not where that was done since anything of them was changed.</summary>
    public static async Task<PublishedPrograms> MakeAsync(string folder)
    {
        var stamp = Path.Combine(folder, "published");
        if (!File.Exists(stamp) || File.GetLastWriteTimeUtc(stamp) < Sources().Max(File.GetLastWriteTimeUtc))
        {
            await PublishAsync("src/Synthetic.Worker", Path.Combine(folder, "worker"));
            await PublishAsync("benchmarks/Synthetic.Floor", Path.Combine(folder, "floor"));
            await File.WriteAllTextAsync(stamp, "");
        }
        return new PublishedPrograms(Path.Combine(folder, "worker", "synthetic"), Path.Combine(folder, "floor", "floor"));
    }

    private static IEnumerable<string> Sources() => SourceFolders
        .SelectMany(root => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .Concat(Directory.EnumerateFiles(".", "Directory.*.props"));

    private static async Task PublishAsync(string project, string output)
    {
        if (await Npm.RunAsync("dotnet", ["publish", project, "--output", output, .. Options], Environment.CurrentDirectory, TimeSpan.FromMinutes(15)) is { } failed)
            throw new InvalidOperationException($"{project} could not be published: {failed}");
    }
}
