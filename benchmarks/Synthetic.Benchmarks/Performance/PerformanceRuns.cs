namespace Synthetic.Benchmarks.Performance;

/// <summary>Runs everything in turns.</summary>
/// <param name="programs">The programs.</param>
/// <param name="browser">The browser's path.</param>
/// <param name="folder">Where files go.</param>
/// <param name="shop">The shop.</param>
internal sealed class PerformanceRuns(PublishedPrograms programs, string browser, string folder, TruthfulShop shop)
{
    /// <summary>Runs of a block that are left out: by then nearly all of a program's code is compiled as it stays.</summary>
    public const int WarmUp = 60;

    /// <summary>Runs that are watched for memory, for each that is made at once.</summary>
    private const int WatchedForMemory = 11;

    /// <summary>How many slots ours gets for each run that the floor makes: enough that one is always due, and few more, since each that is missed is work too.</summary>
    private const double SlotsForRun = 1.6;

    private readonly OwnWorker _own = new(programs.Worker, browser, folder, shop);

    private FreshWay Floor => new("bare Playwright", programs.Floor, [$"{shop.Address}", browser, "1", "1"]);

    /// <summary>Fresh processes: the floor, ours, and others.</summary>
    /// <param name="rounds">Runs of each.</param>
    /// <param name="others">The others.</param>
    public async Task<IReadOnlyList<WayFigures>> FreshAsync(int rounds, IReadOnlyList<FreshWay> others)
    {
        FreshWay[] ways = [Floor, await _own.FreshAsync(), .. others];
        var figures = ways.Select(way => new WayFigures(way.Name)).ToArray();
        // The first of each is not counted: it reads the disk. It is watched for its memory.
        for (var round = -1; round < rounds; round++)
        {
            var memory = round < 0 ? ways.Select(_ => new MemoryWatch()).ToArray() : null;
            var placed = await RoundAsync(ways, Math.Max(0, round), memory);
            foreach (var (one, n) in placed.Select((one, n) => (one, n)))
            {
                figures[n].Memory = memory?[n].Peak ?? figures[n].Memory;
                figures[n].Failed += one.Wrong is null ? 0 : 1;
            }
            // Ratios are of the same round: one that is not whole is nobody's.
            if (memory is not null || placed.Any(one => one.Wrong is not null))
                continue;
            foreach (var (one, n) in placed.Select((one, n) => (one, n)))
                figures[n].Add(one);
        }
        return figures;
    }

    /// <summary>Ours, a fresh process, then the floor and other tools.</summary>
    public async Task<IReadOnlyList<WayFigures>> PeersAsync(int rounds, IReadOnlyList<FreshWay> peers)
    {
        var fresh = await FreshAsync(rounds, peers);
        return [fresh[1], fresh[0], .. fresh.Skip(2)];
    }

    /// <summary>Blocks of warm runs, so many at once: the floor and ours.</summary>
    public async Task<IReadOnlyList<WayFigures>> WarmAsync(int blocks, int atOnce, int runs)
    {
        var (floor, ours) = (new WayFigures("bare Playwright"), new WayFigures("synthetic worker"));
        for (var block = 0; block < blocks; block++)
        {
            // The first block of each is watched for its memory besides, in runs of its own.
            await FloorAsync(floor, atOnce, runs, block == 0);
            await OursAsync(ours, atOnce, runs, floor.RunsAMinute[^1] * SlotsForRun, block == 0);
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

    private async Task<PlacedOrder[]> RoundAsync(FreshWay[] ways, int round, MemoryWatch[]? memory)
    {
        var placed = new PlacedOrder[ways.Length];
        for (var n = 0; n < ways.Length; n++)
        {
            // Each begins a round in its turn.
            var which = (n + round) % ways.Length;
            placed[which] = await PlacedOrder.ByAsync(ways[which], shop, memory?[which]);
            Console.WriteLine($"fresh {ways[which].Name,-28} {placed[which]}");
            // Without the floor or ours there is nothing to compare.
            if (which < 2 && placed[which].Wrong is { } wrong)
                throw new InvalidOperationException($"{ways[which].Name}: {wrong}");
        }
        return placed;
    }

    private async Task FloorAsync(WayFigures floor, int atOnce, int runs, bool looksAtMemory)
    {
        // More than are counted, so that as many as may be at once are until the end.
        var way = new WarmWay(floor.Name, programs.Floor, [$"{shop.Address}", browser, $"{WarmUp + runs + 1000}", $"{atOnce}"], _ => true);
        if (looksAtMemory)
        {
            var memory = new MemoryWatch();
            await WarmBlock.OfAsync(way, 0, atOnce * WatchedForMemory, memory);
            floor.Memory = memory.Peak;
        }
        floor.Add(await WarmBlock.OfAsync(way, WarmUp, runs));
        Say(floor, atOnce);
    }

    private async Task OursAsync(WayFigures ours, int atOnce, int runs, double slotsAMinute, bool looksAtMemory)
    {
        if (looksAtMemory)
        {
            var memory = new MemoryWatch();
            await _own.BlockAsync(atOnce, slotsAMinute, 0, atOnce * WatchedForMemory, memory);
            ours.Memory = memory.Peak;
        }
        var (block, figures) = await _own.BlockAsync(atOnce, slotsAMinute, WarmUp, runs);
        ours.Add(block);
        ours.Said.AddRange(figures);
        Say(ours, atOnce);
    }

    private static void Say(WayFigures way, int atOnce) =>
        Console.WriteLine($"warm, {atOnce} at once: {way.Name,-18} {way.RunsAMinute[^1],7:0} runs a minute {way.CpuMs[^1],7:0} CPU-ms a run {way.Bytes[^1],9:N0} bytes");
}
