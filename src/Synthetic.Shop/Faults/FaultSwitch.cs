using Microsoft.AspNetCore.Http;

namespace Synthetic.Shop;

/// <summary>The faults in force: the shop's own, and for one request those its query overrides.</summary>
internal sealed class FaultSwitch(FaultSet faults, TimeProvider time)
{
    private volatile FaultSet _current = faults;

    internal FaultSet Current
    {
        get => _current;
        set => _current = value;
    }

    internal bool TryRead(IQueryCollection query, out FaultSet faults, out string? error) =>
        _current.TryChange(query.SelectMany(q => q.Value.Select(v => $"{q.Key}={v}")), out faults, out error);

    /// <summary>Waits for an injected time; 0 does not wait at all.</summary>
    internal Task WaitAsync(int ms, CancellationToken ct) =>
        ms == 0 ? Task.CompletedTask : Task.Delay(TimeSpan.FromMilliseconds(ms), time, ct);
}
