using System.Text.Json;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;

namespace Synthetic.Benchmarks.Delivery;

/// <summary>What became of the alerts, and of the schedule meanwhile.</summary>
/// <param name="Alerts">Alerts that the log has.</param>
/// <param name="Attempts">Requests to the receiver.</param>
/// <param name="Again">Requests with an alert that it had already.</param>
/// <param name="NotDelivered">Alerts that never arrived.</param>
/// <param name="OutOfOrder">Fingerprints whose alerts did not arrive in the log's order.</param>
/// <param name="OtherKeys">Alerts that came with several keys or bodies, and keys that came with several alerts.</param>
/// <param name="TooEarly">Requests that came while the receiver wanted to be left alone.</param>
/// <param name="Met">The troubles that the requests met.</param>
/// <param name="HeldUp">Requests that hung while no slot got its record: the schedule waited for them.</param>
/// <param name="LagsMs">From each slot to the start of its run, in milliseconds.</param>
/// <param name="Missed">Slots that were not run: on a busy machine a run may last until the next slot.</param>
/// <param name="WithoutRecord">Slots that have no record.</param>
/// <param name="ExitCode">How the worker ended.</param>
public sealed record DeliveryOutcome(
    int Alerts, int Attempts, int Again, int NotDelivered, int OutOfOrder, int OtherKeys, int TooEarly, IReadOnlyCollection<Trouble> Met,
    int HeldUp, IReadOnlyList<double> LagsMs, int Missed, int WithoutRecord, int ExitCode)
{
    /// <summary>All that is not as promised; empty where nothing is.</summary>
    public IReadOnlyList<string> Wrongs() =>
    [
        .. new (string What, int Count)[]
        {
            ("alerts not delivered", NotDelivered), ("fingerprints out of order", OutOfOrder), ("alerts whose key or body changed", OtherKeys),
            ("requests while the receiver wanted to be left alone", TooEarly),
            ("requests that held up the schedule", HeldUp), ("slots without a record", WithoutRecord), ("is the exit code of the worker", ExitCode),
        }.Where(one => one.Count != 0).Select(one => $"{one.Count} {one.What}"),
    ];

    /// <summary>How much later than its slot the run began that was later than a share of them, in milliseconds.</summary>
    /// <param name="share">0.5 for the median, 1 for the latest.</param>
    public double LagMs(double share) => LagsMs.Order().ElementAt((int)Math.Ceiling(share * LagsMs.Count) - 1);

    internal static bool AllTaken(IReadOnlyList<SaidAlert> said, IReadOnlyList<Attempt> attempts) =>
        !said.Except(attempts.Where(one => one.Taken).Select(one => SaidAlert.Of(one.Body))).Any();

    internal static DeliveryOutcome Of(
        string log, IReadOnlyList<Attempt> attempts, int tooEarly, IReadOnlyList<RunSummary> runs, TimeSpan every, int exitCode)
    {
        var said = SaidAlert.Read(log);
        var sent = attempts.Select(one => (one.Key, one.Body, one.Taken, Alert: SaidAlert.Of(one.Body))).ToArray();
        var taken = sent.Where(one => one.Taken).Select(one => one.Alert).ToArray();
        return new DeliveryOutcome(
            said.Count,
            attempts.Count,
            taken.Length - taken.Distinct().Count(),
            said.Except(taken).Count(),
            said.GroupBy(one => one.Fingerprint).Count(of => !WithoutRepetitions(taken.Where(one => one.Fingerprint == of.Key)).SequenceEqual(of)),
            sent.GroupBy(one => one.Alert).Count(same => same.Select(one => (one.Key, one.Body)).Distinct().Count() > 1)
                + sent.GroupBy(one => one.Key).Count(same => same.Select(one => one.Alert).Distinct().Count() > 1),
            tooEarly,
            [.. attempts.Select(one => one.Trouble).Distinct()],
            HoldUps(log, attempts),
            [.. runs.Where(run => run.Status != RunStatus.Missed).Select(run => (run.StartedAt - run.ScheduledAt!.Value).TotalMilliseconds)],
            runs.Count(run => run.Status == RunStatus.Missed),
            SlotsWithoutRecord(runs, every),
            exitCode);
    }

    // One request is made at a time: the next one tells that the one before has ended.
    private static int HoldUps(string log, IReadOnlyList<Attempt> attempts)
    {
        var records = WorkerLog.Lines(log, "run").Select(SaidAt).ToArray();
        return attempts.Zip(attempts.Skip(1)).Count(pair =>
            pair.First.Trouble == Trouble.Hang && !records.Any(said => said > pair.First.At && said < pair.Second.At));
    }

    private static DateTimeOffset SaidAt(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("timestamp").GetDateTimeOffset();
    }

    /// <summary>One that came again at once came once: its answer was lost. One that came again later came out of order.</summary>
    private static IEnumerable<SaidAlert> WithoutRepetitions(IEnumerable<SaidAlert> alerts)
    {
        SaidAlert? before = null;
        foreach (var alert in alerts)
        {
            if (alert != before)
                yield return alert;
            before = alert;
        }
    }

    private static int SlotsWithoutRecord(IReadOnlyList<RunSummary> runs, TimeSpan every) => runs.GroupBy(run => run.Scenario).Sum(of =>
        (int)Math.Round((of.Max(run => run.ScheduledAt) - of.Min(run => run.ScheduledAt))!.Value / every) + 1 - of.Select(run => run.ScheduledAt).Distinct().Count());
}
