namespace Synthetic.Core.Reporting;

/// <summary>What a store that outlives its workers needs from each of them. Safe to call from any thread.</summary>
/// <remarks>Each call throws where the store can't be reached.</remarks>
public interface IStoreUpkeep
{
    /// <summary>How often a worker says that it lives: every 5 s.</summary>
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>A worker that was silent for so long is taken for dead: 20 s.</summary>
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    /// <summary>Says that this worker lives.</summary>
    /// <param name="ct">Gives the call up.</param>
    Task BeatAsync(CancellationToken ct);

    /// <summary>Says that this worker ends: what it left open is anybody's at once.</summary>
    /// <param name="ct">Gives the call up.</param>
    Task LeaveAsync(CancellationToken ct);

    /// <summary>The slots of this worker's location that were claimed by workers which are dead.</summary>
    /// <param name="ct">Gives the call up.</param>
    Task<IReadOnlyList<Slot>> AbandonedAsync(CancellationToken ct);

    /// <summary>The latest slot of a scenario at this worker's location that was run, missed or claimed.</summary>
    /// <param name="scenario">The scenario's name.</param>
    /// <param name="until">Later ones do not count.</param>
    /// <param name="ct">Gives the call up.</param>
    /// <returns>The slot; <c>null</c> where the store knows none.</returns>
    Task<DateTimeOffset?> LatestSlotAsync(string scenario, DateTimeOffset until, CancellationToken ct);

    /// <summary>Deletes a few runs that are older, or take more room, than is to be kept.</summary>
    /// <param name="retention">What is kept.</param>
    /// <param name="ct">Gives the call up.</param>
    /// <returns>How many it deleted; 0 once there is nothing left to delete.</returns>
    Task<int> PruneAsync(Retention retention, CancellationToken ct);
}
