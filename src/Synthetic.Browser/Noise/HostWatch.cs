using Synthetic.Browser.Pooling;
using Synthetic.Browser.Processes;
using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Noise;

/// <summary>What the machine did during one run: it is looked at before and after the run, never in between.</summary>
internal sealed class HostWatch(WarmBrowser browser, Baseline work, (double Ms, double BestMs)? calibration, Action<HostWatch> forget) : IDisposable
{
    /// <summary>How many times its best the fixed work may take before it is done once more: a chance neighbour is not there twice.</summary>
    private const double Suspicious = 1.5;

    private KernelSnapshot? _begin;
    private int _others;

    /// <summary>Notes how many other runs are under way; the largest number counts.</summary>
    public void NoteOthers(int count) => _others = Math.Max(_others, count);

    public void Begin() => _begin = Snapshot();

    /// <summary>What was seen since.</summary>
    public HostReadings End()
    {
        var end = Snapshot();
        var worked = Work();
        var seen = KernelDifference.Of(_begin!, end);
        return seen with
        {
            OverlappingRuns = _others,
            LoadPerCore = KernelText.Load(ProcFiles.Text("loadavg")) / seen.Cores,
            CalibrationMs = Rounded(calibration?.Ms),
            CalibrationBestMs = Rounded(calibration?.BestMs),
            WorkMs = Math.Round(worked, 2),
            WorkBestMs = Rounded(work.Latest?.BestMs),
        };
    }

    public void Dispose() => forget(this);

    private double Work()
    {
        var first = Measured();
        return first > Suspicious * work.Latest?.BestMs ? Math.Min(first, Measured()) : first;
    }

    private double Measured()
    {
        var ms = FixedWork.Measure();
        work.Add(ms);
        return ms;
    }

    private static double? Rounded(double? ms) => ms is { } value ? Math.Round(value, 2) : null;

    private KernelSnapshot Snapshot() => KernelSnapshot.Take(browser.Processes.OfBrowser(), browser.Processes.OfDriver);
}
