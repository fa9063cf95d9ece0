using Synthetic.Core.Alerting;

namespace Synthetic.Core.Reporting;

/// <summary>Keeps runs, what alerting remembers, and the messages that are still to be delivered. Safe to call from any thread.</summary>
/// <remarks>Each call is cancelled after <see cref="OutputLimits.Deadline"/> at the latest, and throws where nothing was done.</remarks>
public interface IRunStore
{
    /// <summary>Opens a slot's record, before anything is done for it: whatever becomes of the worker, the slot is then accounted for.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="ct">Gives the call up.</param>
    /// <returns>Whether it is the caller's; not so where another worker has it, or has run it.</returns>
    Task<bool> ClaimAsync(Slot slot, CancellationToken ct);

    /// <summary>Reads a scenario's alert state, asks what follows from it, and keeps the answer as one unit: record, state, and what notifiers are to be told, or none of them.</summary>
    /// <param name="scenario">The scenario's name.</param>
    /// <param name="decide">Pure: asked again where another commit of the same scenario came first.</param>
    /// <param name="ct">Gives the call up.</param>
    /// <returns>What was kept; <c>null</c> where the run's slot has a record already, and nothing was.</returns>
    /// <exception cref="ResultRefusedException">The store does not take such a record.</exception>
    Task<RunCommit?> CommitAsync(string scenario, Func<AlertState, RunCommit> decide, CancellationToken ct);

    /// <summary>Makes messages of what a notifier is to be told by now of causes that several scenarios may share.</summary>
    /// <param name="notifier">The notifier's name.</param>
    /// <param name="until">What is due by then, UTC; the end of time has nothing wait any longer.</param>
    /// <param name="ct">Gives the call up.</param>
    /// <returns>When the next of them is due, UTC; <c>null</c> where nothing waits.</returns>
    Task<DateTimeOffset?> TellDueAsync(string notifier, DateTimeOffset until, CancellationToken ct);

    /// <summary>The messages that wait for a notifier, in the order of their commits; none while another worker delivers them.</summary>
    /// <param name="notifier">The notifier's name.</param>
    /// <param name="ct">Gives the call up.</param>
    Task<IReadOnlyList<OutboxMessage>> WaitingAsync(string notifier, CancellationToken ct);

    /// <summary>Forgets a message: it was delivered.</summary>
    /// <param name="message">The message.</param>
    /// <param name="ct">Gives the call up.</param>
    Task RemoveAsync(OutboxMessage message, CancellationToken ct);

    /// <summary>Puts a message aside: it could not be delivered, and is not tried any more unless somebody asks for it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="ct">Gives the call up.</param>
    Task GiveUpAsync(OutboxMessage message, CancellationToken ct);
}
