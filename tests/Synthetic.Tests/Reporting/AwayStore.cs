using Synthetic.Core.Alerting;
using Synthetic.Core.Reporting;

namespace Synthetic.Tests.Reporting;

/// <summary>A store that can be away, and takes down what it is asked for.</summary>
internal sealed class AwayStore : IRunStore
{
    private readonly MemoryStore _store = new(TimeProvider.System, _ => { });

    /// <summary>What it throws; <c>null</c> while it is there.</summary>
    public Exception? Error { get; set; }

    /// <summary>Whether it never answers.</summary>
    public bool Hangs { get; set; }

    public List<string> Committed { get; } = [];

    public int Claims { get; private set; }

    public int Tries { get; private set; }

    public async Task<bool> ClaimAsync(Slot slot, CancellationToken ct)
    {
        Claims++;
        await FailAsync();
        return await _store.ClaimAsync(slot, ct);
    }

    public async Task<RunCommit?> CommitAsync(string scenario, Func<AlertState, RunCommit> decide, CancellationToken ct)
    {
        Tries++;
        await FailAsync();
        var commit = await _store.CommitAsync(scenario, decide, ct);
        Committed.Add(commit!.Record.RunId);
        return commit;
    }

    public async Task<IReadOnlyList<OutboxMessage>> WaitingAsync(string notifier, CancellationToken ct)
    {
        await FailAsync();
        return await _store.WaitingAsync(notifier, ct);
    }

    public async Task<DateTimeOffset?> TellDueAsync(string notifier, DateTimeOffset until, CancellationToken ct)
    {
        await FailAsync();
        return await _store.TellDueAsync(notifier, until, ct);
    }

    public Task RemoveAsync(OutboxMessage message, CancellationToken ct) => _store.RemoveAsync(message, ct);

    public Task GiveUpAsync(OutboxMessage message, CancellationToken ct) => _store.GiveUpAsync(message, ct);

    private Task FailAsync() => Hangs ? new TaskCompletionSource().Task : Error is { } error ? Task.FromException(error) : Task.CompletedTask;
}
