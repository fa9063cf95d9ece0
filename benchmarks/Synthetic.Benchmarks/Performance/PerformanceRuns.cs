namespace Synthetic.Benchmarks.Performance;

/// <summary>Runs everything in turns.</summary>
/// <param name="programs">The programs.</param>
/// <param name="browser">The browser's path.</param>
/// <param name="folder">Where files go.</param>
/// <param name="shop">The shop.</param>
internal sealed class PerformanceRuns(PublishedPrograms programs, string browser, string folder, TruthfulShop shop)
{
    private const int WarmUp = 8;

    private readonly OwnWorker _own = new(programs.Worker, browser, folder, shop);

    private FreshWay Floor => new("bare Playwright", programs.Floor, [$"{shop.Address}", browser, "1", "1"]);

    /// <summary>Fresh processes: the floor, ours, and others.</summary>
    public async Task<IReadOnlyList<WayFigures>> FreshAsync(int rounds, IReadOnlyList<FreshWay> others)
    {
        FreshWay[] ways = [Floor, await _own.FreshAsync(), .. others];
        var figures = ways.Select(way => new WayFigures(way.Name)).ToArray();
        // The first of each is not counted: it reads the disk. It is watched for its memory.
        for (var round = -1; round < rounds; round++)
        {
            for (var n = 0; n < ways.Length; n++)
            {
                // Each begins a round in its turn.
                var which = (n + Math.Max(0, round)) % ways.Length;
                var memory = round < 0 ? new MemoryWatch() : null;
                var run = await FreshRun.OfAsync(ways[which], memory);
                if (run.ExitCode != 0)
                    throw new InvalidOperationException($"{ways[which].Name} ended with {run.ExitCode}: {run.Output}{run.Errors}");
                if (memory is not null)
                {
                    figures[which].Memory = memory.Peak;
                    continue;
                }
                figures[which].Add(run);
                if (which == 1 && OwnFigures.Of(OwnWorker.Record(run.Output), shop.Truths) is { } own)
                    figures[which].Own.Add(own);
                Console.WriteLine($"fresh {ways[which].Name,-22} {run.WallMs,7:0} ms {run.CpuMs,7:0} CPU-ms {run.Bytes,9:N0} bytes, {shop.Truths.Count} pages told");
            }
        }
        return figures;
    }

    /// <summary>Blocks of warm runs, so many at once: the floor and ours.</summary>
    public async Task<IReadOnlyList<WayFigures>> WarmAsync(int blocks, int atOnce, int runs)
    {
        var (floor, ours) = (new WayFigures("bare Playwright"), new WayFigures("synthetic worker"));
        for (var block = 0; block < blocks; block++)
        {
            // The first block of each is watched for its memory besides, in runs of its own.
            await FloorAsync(floor, atOnce, runs, block == 0);
            await OursAsync(ours, atOnce, runs, block == 0);
        }
        return [floor, ours];
    }

    /// <summary>What ours and the floor say to the driver, and the driver to the browser, in one run.</summary>
    public async Task<IReadOnlyList<(string Name, DriverTalk Talk)>> TalkAsync()
    {
        var (floor, ours) = (Floor, await _own.FreshAsync());
        return
        [
            (floor.Name, await DriverTap.ListenAsync(floor, Path.Combine(folder, "tap-floor"))),
            (ours.Name, await DriverTap.ListenAsync(ours, Path.Combine(folder, "tap-ours"))),
        ];
    }

    private async Task FloorAsync(WayFigures floor, int atOnce, int runs, bool looksAtMemory)
    {
        // More than are counted, so that as many as may be at once are until the end.
        var way = new WarmWay(floor.Name, programs.Floor, [$"{shop.Address}", browser, $"{WarmUp + runs + 1000}", $"{atOnce}"], _ => true);
        if (looksAtMemory)
        {
            var memory = new MemoryWatch();
            await WarmBlock.OfAsync(way, WarmUp, atOnce * 3, memory);
            floor.Memory = memory.Peak;
        }
        floor.Add(await WarmBlock.OfAsync(way, WarmUp, runs));
        Say(floor, atOnce);
    }

    private async Task OursAsync(WayFigures ours, int atOnce, int runs, bool looksAtMemory)
    {
        if (looksAtMemory)
        {
            var memory = new MemoryWatch();
            await _own.BlockAsync(atOnce, WarmUp, atOnce * 3, memory);
            ours.Memory = memory.Peak;
        }
        var (block, figures) = await _own.BlockAsync(atOnce, WarmUp, runs);
        ours.Add(block);
        ours.Own.AddRange(figures);
        Say(ours, atOnce);
    }

    private static void Say(WayFigures way, int atOnce) =>
        Console.WriteLine($"warm, {atOnce} at once: {way.Name,-18} {way.RunsAMinute[^1],7:0} runs a minute {way.CpuMs[^1],7:0} CPU-ms a run {way.Bytes[^1],9:N0} bytes");
}
