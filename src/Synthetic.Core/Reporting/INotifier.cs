namespace Synthetic.Core.Reporting;

/// <summary>Tells people, or a system that does, of an alert.</summary>
/// <remarks>
/// Messages come one call at a time, on no particular thread. Those of one fingerprint come in order: none is offered before the
/// one ahead of it was delivered or given up. Other fingerprints wait for it only where a call ran into its deadline, and no schedule does.
/// </remarks>
public interface INotifier
{
    /// <summary>The name that <c>alerts.notify</c> uses.</summary>
    string Name { get; }

    /// <summary>How long news of a cause that several scenarios may share waits for more of it. Default: not at all.</summary>
    TimeSpan Wait => TimeSpan.Zero;

    /// <summary>Delivers one message.</summary>
    /// <param name="message">May come again after it was delivered, where that could not be noted any more; its key is the same then.</param>
    /// <param name="ct">Cancelled after <see cref="OutputLimits.Deadline"/>; the notifier gets no other call until this one ends.</param>
    /// <returns>
    /// Ends when the receiver has it. Whatever it throws is written to the log, and the message is offered again, later and later,
    /// for <see cref="OutputLimits.LongestRetry"/>. After a <see cref="ReceiverBusyException"/> the notifier is offered none before its time is over.
    /// </returns>
    Task NotifyAsync(OutboxMessage message, CancellationToken ct);
}
