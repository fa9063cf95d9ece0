using System.Runtime.InteropServices;
using Synthetic.Benchmarks.Exactness;

namespace Synthetic.Benchmarks.Performance;

/// <summary>The worker and the floor, published alike.</summary>
/// <param name="Worker">The path of the worker.</param>
/// <param name="Floor">The path of the floor.</param>
internal sealed record PublishedPrograms(string Worker, string Floor)
{
    /// <summary>How they are published.</summary>
    public static IReadOnlyList<string> Options { get; } =
        ["--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier, "--self-contained", "-p:PublishReadyToRun=true", "-p:DebugType=none", "-p:UseSharedCompilation=false", "-nodeReuse:false"];

    /// <summary>Publishes both, each into a folder of its own; what is there already is brought up to date.</summary>
    public static async Task<PublishedPrograms> MakeAsync(string folder)
    {
        await PublishAsync("src/Synthetic.Worker", Path.Combine(folder, "worker"));
        await PublishAsync("benchmarks/Synthetic.Floor", Path.Combine(folder, "floor"));
        return new PublishedPrograms(Path.Combine(folder, "worker", "synthetic"), Path.Combine(folder, "floor", "floor"));
    }

    private static async Task PublishAsync(string project, string output)
    {
        if (await Npm.RunAsync("dotnet", ["publish", project, "--output", output, .. Options], Environment.CurrentDirectory, TimeSpan.FromMinutes(15)) is { } failed)
            throw new InvalidOperationException($"{project} could not be published: {failed}");
    }
}
