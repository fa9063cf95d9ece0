using Synthetic.Core.Alerting;

namespace Synthetic.Core.Reporting;

/// <summary>Keeps alert states and messages until the process ends. Records are not kept: nothing reads them back.</summary>
/// <param name="dropped">Told of a message that makes room: more than <see cref="OutputLimits.MostMessages"/> wait for its notifier.</param>
public sealed class MemoryStore(Action<OutboxMessage> dropped) : IRunStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AlertState> _states = new(StringComparer.Ordinal);
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
            _messages.AddRange(commit.Messages);
            tooMany = [.. _messages.GroupBy(message => message.Notifier).SelectMany(waiting => waiting.SkipLast(OutputLimits.MostMessages))];
            _messages.RemoveAll(tooMany.Contains);
        }
        Array.ForEach(tooMany, dropped);
        return Task.FromResult<RunCommit?>(commit);
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
}
