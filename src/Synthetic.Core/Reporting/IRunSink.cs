namespace Synthetic.Core.Reporting;

/// <summary>Takes finished runs and the alerts they led to: a log, an exporter.</summary>
/// <remarks>
/// Calls come one at a time, on no particular thread: a sink needs no locks of its own. Reports of one scenario come in the order
/// in which they were committed. No schedule and no other sink waits for a call.
/// </remarks>
public interface IRunSink
{
    /// <summary>Takes one report.</summary>
    /// <param name="report">A run, or more alerts of a run that was reported before.</param>
    /// <param name="ct">
    /// Cancelled after <see cref="OutputLimits.Deadline"/>. A call that goes on after that counts as failed, and the sink gets
    /// no other one until it ends; up to <see cref="OutputLimits.MostReports"/> reports wait, those beyond are lost to this sink.
    /// </param>
    /// <returns>Ends when the report is taken. May throw: the log says so, the report is not offered again, and the next one is.</returns>
    Task AcceptAsync(RunReport report, CancellationToken ct);
}
