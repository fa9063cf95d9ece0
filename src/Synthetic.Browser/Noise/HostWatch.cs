using Synthetic.Browser.Pooling;
using Synthetic.Browser.Processes;
using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Noise;

/// <summary>What the machine did during one run: it is looked at before and after the run, never in between.</summary>
internal sealed class HostWatch(WarmBrowser browser, Baseline work, (double Ms, double BestMs)? calibration, Action<HostWatch> forget) : IDisposable
{
    private KernelSnapshot? _begin;
    private double _workBefore;
    private int _others;

    /// <summary>Notes how many other runs are under way; the largest number counts.</summary>
    public void NoteOthers(int count) => _others = Math.Max(_others, count);

    public void Begin()
    {
        _workBefore = FixedWork.Measure();
        work.Add(_workBefore);
        _begin = Snapshot();
    }

    /// <summary>What was seen since.</summary>
    public HostReadings End()
    {
        var end = Snapshot();
        var workAfter = FixedWork.Measure();
        work.Add(workAfter);
        var seen = KernelDifference.Of(_begin!, end);
        return seen with
        {
            OverlappingRuns = _others,
            LoadPerCore = KernelText.Load(ProcFiles.Text("loadavg")) / seen.Cores,
            CalibrationMs = Rounded(calibration?.Ms),
            CalibrationBestMs = Rounded(calibration?.BestMs),
            WorkMs = Math.Round(Math.Min(_workBefore, workAfter), 2),
            WorkBestMs = Rounded(work.Latest?.BestMs),
        };
    }

    public void Dispose() => forget(this);

    private static double? Rounded(double? ms) => ms is { } value ? Math.Round(value, 2) : null;

    private KernelSnapshot Snapshot() => KernelSnapshot.Take(browser.Processes.OfBrowser(), browser.Processes.OfDriver);
}
