namespace Synthetic.Worker.Scheduling;

/// <summary>A bounded number of runs at the same time: more would disturb each other's measurements.</summary>
internal sealed class Places(ScheduleOptions options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _free = new(options.Concurrency, options.Concurrency);

    /// <summary>Waits for a free place; in order of arrival.</summary>
    /// <returns>Whether there was one before patience or <paramref name="ct"/> ended.</returns>
    public async Task<bool> EnterAsync(CancellationToken ct)
    {
        if (_free.Wait(0, CancellationToken.None))
            return true;
        using var patience = new CancellationTokenSource(options.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        try
        {
            await _free.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Leave() => _free.Release();

    public void Dispose() => _free.Dispose();
}
