using System.CommandLine;

namespace Synthetic.Benchmarks.Kills;

/// <summary><c>kills</c>: the worker is killed, on SQLite and on PostgreSQL.</summary>
internal static class KillsCommand
{
    private static readonly string[] Kinds = ["sqlite", "postgres"];

    public static Command Build()
    {
        var kills = new Option<int>("--kills") { HelpName = "N", Description = "How often, on each store", DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { HelpName = "N", Description = "Decides when", DefaultValueFactory = _ => Random.Shared.Next() };
        var only = new Option<string?>("--only") { HelpName = "sqlite|postgres", Description = "One store instead of both" };
        var program = new Option<string>("--program")
        {
            HelpName = "F",
            Description = "The worker",
            DefaultValueFactory = _ => "src/Synthetic.Worker/bin/Release/net10.0/synthetic.dll",
        };
        var command = new Command("kills", "Kills a worker on a fast schedule at random moments, and counts its slots and alerts.") { kills, seed, only, program };
        command.SetAction(async (parsed, ct) =>
        {
            var wrong = 0;
            foreach (var kind in Kinds.Where(kind => parsed.GetValue(only) is not { } one || one == kind))
                wrong += await RunAsync(kind, Path.GetFullPath(parsed.GetValue(program)!), parsed.GetValue(kills), parsed.GetValue(seed), ct);
            return wrong == 0 ? 0 : 1;
        });
        return command;
    }

    private static async Task<int> RunAsync(string kind, string program, int kills, int seed, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("synthetic-kills").FullName;
        await using var server = kind == "postgres" ? await PostgresServer.StartAsync() : null;
        var address = server is null ? $"sqlite:{Path.Combine(folder, "results.db")}" : await server.NewDatabaseAsync("results");
        var outcome = await new KillRun(program, address, folder).RunAsync(kills, seed, ct);
        var wrongs = outcome.Wrongs();
        Console.WriteLine(
            $"""
            {kind}, killed {kills} times (seed {seed}; its lines are in {folder}):
              {outcome.Slots} slots: {string.Join(", ", outcome.ByStatus.Select(one => $"{one.Value} {one.Key}".ToLowerInvariant()))}
              {outcome.Alerts} alerts delivered, {outcome.DeliveredAgain} of them again
              {(wrongs.Count == 0 ? "every slot has exactly one record, no alert is lost, none is out of order" : string.Join(", ", wrongs))}
            """);
        return wrongs.Count;
    }
}
