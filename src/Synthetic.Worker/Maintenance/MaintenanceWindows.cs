using Quartz;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;

namespace Synthetic.Worker.Maintenance;

/// <summary>The maintenance windows of the scenario file and those in the store. Those in the store are as they were when they were read last.</summary>
internal sealed class MaintenanceWindows(IReadOnlyList<MaintenanceWindow> file, TimeProvider time, IMaintenanceStore? store = null)
{
    private readonly (MaintenanceWindow Window, CronExpression? Cron)[] _file =
        [.. file.Select(window => (window, window.Cron is { } cron ? CronExpression.ParseWithHash(cron, window.Reason).WithTimeZone(window.TimeZone) : null))];

    private volatile IReadOnlyList<KeptWindow> _kept = [];

    /// <summary>Why a run of a scenario that began at an instant leads to no alert; <c>null</c> outside of any window.</summary>
    public string? ReasonAt(string scenario, DateTimeOffset instant) =>
        _file.Where(one => one.Window.Concerns(scenario) && (one.Cron is { } cron ? cron.GetNextValidTimeAfter(instant - one.Window.For) <= instant : Holds(one.Window, instant)))
            .Select(one => one.Window)
            .Concat(_kept.Select(kept => kept.Window).Where(window => window.Concerns(scenario) && Holds(window, instant)))
            .FirstOrDefault()?.Reason;

    /// <summary>Reads those in the store anew.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        if (store is not null)
            _kept = await store.ListAsync(time.GetUtcNow(), ct);
    }

    private static bool Holds(MaintenanceWindow window, DateTimeOffset instant) => window.From <= instant && instant < window.To;
}
