using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Reporting;

/// <summary>Keeps the maintenance windows that were asked for while workers ran; they hold for every location. Throws where the store can't be reached.</summary>
public interface IMaintenanceStore
{
    /// <summary>Keeps a window.</summary>
    /// <param name="window">A window with a beginning and an end.</param>
    /// <param name="ct">Gives the call up.</param>
    /// <returns>The id by which it can be ended.</returns>
    Task<string> AddAsync(MaintenanceWindow window, CancellationToken ct);

    /// <summary>Those that are not over.</summary>
    /// <param name="now">The present time.</param>
    /// <param name="ct">Gives the call up.</param>
    Task<IReadOnlyList<KeptWindow>> ListAsync(DateTimeOffset now, CancellationToken ct);

    /// <summary>Ends one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="ct">Gives the call up.</param>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveAsync(string id, CancellationToken ct);
}

/// <summary>A maintenance window in the store.</summary>
/// <param name="Id">What it is ended by.</param>
/// <param name="Window">The window.</param>
public sealed record KeptWindow(string Id, MaintenanceWindow Window);
