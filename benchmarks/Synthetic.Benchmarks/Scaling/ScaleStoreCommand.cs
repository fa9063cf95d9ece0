using System.CommandLine;

namespace Synthetic.Benchmarks.Scaling;

/// <summary><c>scale-store</c>: what a store costs that keeps millions of runs.</summary>
internal static class ScaleStoreCommand
{
    public static Command Build()
    {
        var runs = new Option<int>("--runs") { HelpName = "N", Description = "How many runs the store is filled with", DefaultValueFactory = _ => 10_000_000 };
        var folder = new Option<string>("--folder") { HelpName = "DIR", Description = "Where the store's file is made, and deleted", DefaultValueFactory = _ => Path.GetTempPath() };
        var room = new Option<int>("--room") { HelpName = "GIB", Description = "The most that the file may take; it is filled less where it would take more", DefaultValueFactory = _ => 30 };
        return BenchmarkCommand.Build(
            "scale-store", "Fills a store with millions of runs, and looks at what writes and questions take as it grows.", rounds: 1, "docs/scale-store.md", [runs, folder, room],
            async (options, parsed) =>
            {
                var place = Directory.CreateDirectory(Path.Combine(parsed.GetRequiredValue(folder), $"synthetic-scale-{Environment.ProcessId}")).FullName;
                try
                {
                    var scale = new StoreScale(await ScaleCommand.RealAsync(), place, (long)parsed.GetValue(room) << 30);
                    // After each size: the last one may fill the disk.
                    await scale.FillAsync(parsed.GetValue(runs), () => new StoreScaleDocument(scale.Curves, scale.MiB).WriteAsync(options.Out));
                    return 0;
                }
                finally
                {
                    Directory.Delete(place, recursive: true);
                }
            });
    }
}
