using System.Globalization;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing.Verdicts;

/// <summary>
/// From the machine's readings to whether a broken budget can be believed: pure and deterministic. The limits lie in the
/// gaps between runs on a machine left alone and on one with a busy program a processor; docs/host-noise.md has the figures.
/// </summary>
public static class HostVerdict
{
    /// <summary>
    /// Pressure over the run, in percent, from which on the run was starved. A lone run makes up to 56 of it itself, since
    /// a browser is many processes, and two at a time on two processors 69; beside a busy program a processor it was 88 and more.
    /// </summary>
    public const double StarvedPressure = 75;

    /// <summary>
    /// Waiting of the browser's main threads, in percent, from which on the run was starved. A lone run comes to 43 at most,
    /// four at a time on two processors to 62 and more. Chromium raises its own priority where it may, so a starved one can
    /// stay below: this limit is the second.
    /// </summary>
    public const double StarvedWait = 60;

    /// <summary>
    /// Share of the processors' time, in percent, under which others cannot have starved the run: a lone one read up to 5,
    /// from the accounts' coarse ticks and the system's own work.
    /// </summary>
    public const double ForeignCpu = 10;

    /// <summary>
    /// Processors that others must leave to a run. A run that mostly waits for its server presses little even where there is
    /// no room, and still has each of its clicks slowed down.
    /// </summary>
    public const double NeededProcessors = 0.75;

    /// <summary>
    /// Time given to other virtual machines, in percent of all processors', that is felt as stutter: a tenth of half a second
    /// is several frames. Alone it was under 7 in 39 of 40 runs.
    /// </summary>
    public const double Stolen = 10;

    /// <summary>
    /// How many times its best a fixed piece of work takes on a starved machine, twice in a row. Alone
    /// it took up to 1.8 times; a processor shared with one other doubles it, which a slower clock speed can do too.
    /// </summary>
    public const double SlowWork = 2.5;

    /// <summary>How many times its best an interaction with an empty handler takes on a slow machine …</summary>
    public const double SlowCalibration = 3;

    /// <summary>… and how many milliseconds more at the least: one frame more or less is chance.</summary>
    public const double SlowCalibrationMs = 24;

    /// <summary>Judges the machine.</summary>
    /// <param name="readings">What it said during the run.</param>
    /// <returns>The readings with their verdict, and the reasons where it is noisy.</returns>
    public static HostState Of(HostReadings readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        string[] reasons = [.. Reasons(readings)];
        return new HostState
        {
            Verdict = reasons.Length == 0 ? HostState.Quiet : HostState.Noisy,
            Reasons = reasons,
            CalibrationMs = readings.CalibrationMs,
            CalibrationBaselineMs = readings.CalibrationBestMs,
            WorkMs = readings.WorkMs,
            WorkBaselineMs = readings.WorkBestMs,
            WaitPercent = readings.WaitPercent,
            ForeignCpuPercent = readings.ForeignCpuPercent,
            CpuPressure = readings.CpuPressurePercent,
            StealPercent = readings.StealPercent,
            LoadPerCore = readings.LoadPerCore,
            OverlappingRuns = readings.OverlappingRuns,
        };
    }

    private static IEnumerable<string> Reasons(HostReadings r)
    {
        if (r.StealPercent >= Stolen)
            yield return $"the hypervisor gave {Percent(r.StealPercent)} of the processors' time to other machines";
        if (Competitor(r) is { } competitor && Starved(r) is { } starved)
            yield return $"{competitor}, and {starved}";
        else if (r.Cores > 0 && r.Cores * (100 - r.ForeignCpuPercent) < NeededProcessors * 100)
            yield return $"other programs used {Percent(r.ForeignCpuPercent)} of the processors and left less than one";
        if (r.WorkBestMs > 0 && r.WorkMs >= SlowWork * r.WorkBestMs)
            yield return $"a fixed piece of work took {Times(r.WorkMs, r.WorkBestMs)} its best time behind the run, twice";
        if (r.CalibrationBestMs > 0 && r.CalibrationMs >= SlowCalibration * r.CalibrationBestMs && r.CalibrationMs >= r.CalibrationBestMs + SlowCalibrationMs)
            yield return $"an interaction with an empty handler took {Times(r.CalibrationMs, r.CalibrationBestMs)} its best time";
    }

    // On a small machine a run alone always competes with itself, and its baselines include that: only other programs make noise.
    private static string? Competitor(HostReadings r) => r switch
    {
        { ForeignCpuPercent: >= ForeignCpu } => $"other programs used {Percent(r.ForeignCpuPercent)} of the processors",
        { OverlappingRuns: 1 } => "another run was under way",
        { OverlappingRuns: > 1 } => $"{r.OverlappingRuns} other runs were under way",
        { ForeignCpuPercent: null } => "nobody knows who used the processors",
        _ => null,
    };

    private static string? Starved(HostReadings r) => r switch
    {
        { CpuPressurePercent: >= StarvedPressure } => $"something waited for a processor {Percent(r.CpuPressurePercent)} of the time",
        { WaitPercent: >= StarvedWait } => $"the browser waited for a processor {Percent(r.WaitPercent)} of its time",
        _ => null,
    };

    private static string Percent(double? share) => share!.Value.ToString("0", CultureInfo.InvariantCulture) + " %";

    private static string Times(double? ms, double? best) =>
        (ms / best)!.Value.ToString("0.#", CultureInfo.InvariantCulture) + " times";
}
