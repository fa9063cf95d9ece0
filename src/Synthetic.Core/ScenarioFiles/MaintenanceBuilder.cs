using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>Makes maintenance windows out of a file in which nothing is wrong.</summary>
internal static class MaintenanceBuilder
{
    public static IReadOnlyList<MaintenanceWindow> Build(ScenarioFileConfig file) =>
    [
        .. file.Maintenance.Select(window => new MaintenanceWindow
        {
            Reason = window.Reason!,
            Scenarios = window.Scenarios,
            From = window.From,
            To = window.To,
            Cron = window.Cron,
            TimeZone = window.TimeZone ?? TimeZoneInfo.Utc,
            For = window.For ?? TimeSpan.Zero,
        }),
    ];
}
