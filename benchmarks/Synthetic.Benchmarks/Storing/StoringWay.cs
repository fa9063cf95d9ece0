using Synthetic.Benchmarks.Kills;

namespace Synthetic.Benchmarks.Storing;

/// <summary>A way to run the worker: what becomes of its results.</summary>
/// <param name="Name">What the document calls it.</param>
/// <param name="Store">The store, as <c>--store</c> takes it.</param>
/// <param name="Collector">Where metrics are pushed to; <c>null</c> for nowhere.</param>
internal sealed record StoringWay(string Name, string Store, string? Collector)
{
    /// <summary>Nothing kept, nothing pushed: what the others are compared with.</summary>
    public const string Bare = "nothing";

    /// <summary>What is kept in a SQLite file.</summary>
    public const string Sqlite = "SQLite";

    /// <summary>All of them.</summary>
    /// <param name="folder">Where the SQLite file goes.</param>
    /// <param name="postgres">The address of a PostgreSQL database; <c>null</c> to leave it out.</param>
    /// <param name="collector">The address of a collector that answers.</param>
    public static IReadOnlyList<StoringWay> All(string folder, string? postgres, string collector) =>
    [
        new(Bare, "none", null),
        new(Sqlite, $"sqlite:{Path.Combine(folder, "results.db")}", null),
        .. postgres is null ? [] : new StoringWay[] { new("PostgreSQL", postgres, null) },
        new("OTLP, answered", "none", collector),
        new("OTLP, nobody there", "none", $"http://127.0.0.1:{FreePort.Next()}"),
    ];

    /// <summary>Starts a worker so.</summary>
    public WorkerProcess Start(string program, string lines, string config) => WorkerProcess.Start(
        program,
        lines,
        Collector is null
            ? new Dictionary<string, string>()
            : new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Collector,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = $"{StoringCosts.Cycle.TotalMilliseconds:0}",
            },
        "--config", config, "--store", Store);
}
