using Synthetic.Core.Alerting;
using Synthetic.Core.Alerting.Incidents;

namespace Synthetic.Core.Reporting;

/// <summary>Keeps alert states and messages until the process ends. Records are not kept: nothing reads them back.</summary>
/// <param name="time">The clock.</param>
/// <param name="dropped">Told of a message that makes room: more than <see cref="OutputLimits.MostMessages"/> wait for its notifier.</param>
public sealed class MemoryStore(TimeProvider time, Action<OutboxMessage> dropped) : IRunStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AlertState> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NotifierState> _notifiers = new(StringComparer.Ordinal);
    private readonly List<OutboxMessage> _messages = [];

    /// <inheritdoc/>
    /// <remarks>Every slot is the caller's: nobody else has this store.</remarks>
    public Task<bool> ClaimAsync(Slot slot, CancellationToken ct) => Task.FromResult(true);

    /// <inheritdoc/>
    public Task<RunCommit?> CommitAsync(string scenario, Func<AlertState, RunCommit> decide, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(decide);
        RunCommit commit;
        OutboxMessage[] tooMany;
        lock (_gate)
        {
            commit = decide(_states.GetValueOrDefault(scenario, AlertState.Empty));
            _states[scenario] = commit.State;
            foreach (var (notifier, wait, alert) in commit.Events)
                Tell(notifier, IncidentEvaluator.Take(State(notifier), alert, wait, time.GetUtcNow()));
            tooMany = [.. _messages.GroupBy(message => message.Notifier).SelectMany(waiting => waiting.SkipLast(OutputLimits.MostMessages))];
            _messages.RemoveAll(tooMany.Contains);
        }
        Array.ForEach(tooMany, dropped);
        return Task.FromResult<RunCommit?>(commit);
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset?> TellDueAsync(string notifier, DateTimeOffset until, CancellationToken ct)
    {
        lock (_gate)
        {
            Tell(notifier, IncidentEvaluator.TakeDue(State(notifier), until));
            return Task.FromResult(State(notifier).NextDue);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxMessage>> WaitingAsync(string notifier, CancellationToken ct)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<OutboxMessage>>([.. _messages.Where(message => message.Notifier == notifier)]);
    }

    /// <inheritdoc/>
    /// <remarks>It is forgotten: nobody could ask for it.</remarks>
    public Task GiveUpAsync(OutboxMessage message, CancellationToken ct) => RemoveAsync(message, ct);

    /// <inheritdoc/>
    public Task RemoveAsync(OutboxMessage message, CancellationToken ct)
    {
        lock (_gate)
            _messages.RemoveAll(waiting => waiting.Notifier == message.Notifier && waiting.Key == message.Key);
        return Task.CompletedTask;
    }

    private NotifierState State(string notifier) => _notifiers.GetValueOrDefault(notifier, NotifierState.Empty);

    private void Tell(string notifier, (NotifierState State, IReadOnlyList<Alert> Messages) told)
    {
        _notifiers[notifier] = told.State;
        _messages.AddRange(told.Messages.Select(alert => new OutboxMessage(notifier, alert, time.GetUtcNow())));
    }
}
