using Synthetic.Core.Alerting;

namespace Synthetic.Core.Reporting;

/// <summary>Keeps runs, what alerting remembers, and the messages that are still to be delivered. Safe to call from any thread.</summary>
public interface IRunStore
{
    /// <summary>Reads a scenario's alert state, asks what follows from it, and keeps the answer as one unit: record, state, messages, or none of them.</summary>
    /// <param name="scenario">The scenario's name.</param>
    /// <param name="decide">Pure: asked again where another commit of the same scenario came first.</param>
    /// <param name="ct">Cancelled after <see cref="OutputLimits.Deadline"/>.</param>
    /// <returns>What was kept. May throw where nothing was: the run then leads to no alert, and the log says so.</returns>
    Task<RunCommit> CommitAsync(string scenario, Func<AlertState, RunCommit> decide, CancellationToken ct);

    /// <summary>The messages that wait for a notifier, in the order of their commits.</summary>
    Task<IReadOnlyList<OutboxMessage>> WaitingAsync(string notifier, CancellationToken ct);

    /// <summary>Forgets a message: it was delivered, or given up.</summary>
    Task RemoveAsync(OutboxMessage message, CancellationToken ct);
}
