using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Tests.Terminal;

/// <summary>Proofs made by hand: one for each thing the terminal has to show.</summary>
internal static class SampleProofs
{
    private const string Step = "Place order";

    internal static Proof Proven() => new()
    {
        Arms = [Arm("baseline", 518.4), Arm("control", 521), Arm("without db", 169.2), Arm("without 2 repeats", 430, noisy: 1), Impossible("without analytics.js", "the step does not pass without it")],
        Effects = [Effect("db", "without db", -351.8, [-358.2, -345.1]), Effect("memoize", "without 2 repeats", -90.5, [-99, -80.4])],
        Verdicts = [Verdict(ProofOutcome.Proven, "proven: without db: response 518 → 167 ms (345 to 358 ms less, 95 %)")],
        Replay = new ReplayCounts(48, 0, 0, 0),
        DurationMs = 23_400,
    };

    internal static Proof Refuted() => new()
    {
        Arms = [Arm("baseline", 1518, 210), Arm("control", 1521, 212), Arm("without search.index.shards.lookup", 1519, 211), Arm("CPU 2 times slower", 2800, 390), Arm("server at once", 1490, 40)],
        Effects =
        [
            Effect("search.index.shards.lookup", "without search.index.shards.lookup", -2, [-9.4, 5.1], -1),
            Effect("main thread", "CPU 2 times slower", -1279, [-1402, -1177.7], -178) with { Extrapolated = true, InpCi95 = [-190, -160] },
            Effect("server", "server at once", -31, null, -172),
        ],
        Verdicts =
        [
            Verdict(ProofOutcome.Unsettled, "not settled: server at once: INP 210 → 38 ms, from too few runs for an interval") with { Window = WindowKind.Inp },
            Verdict(ProofOutcome.Refuted, "refuted: without search.index.shards.lookup: response 1518 → 1516 ms (-5 to 9 ms less, 95 %), where 800 ms were to be expected; CPU 2 times slower: response 1518 → 239 ms"),
        ],
        Replay = new ReplayCounts(40, 5, 2, 1),
        Limits = ["a web socket was open: what it brought was live", "Pay: not replayed, time was up; the slowest step comes first"],
        DurationMs = 61_000,
    };

    /// <summary>Everything a server can name, turned against the terminal.</summary>
    internal static Proof Hostile() => new()
    {
        Arms = [Arm("without \u001b[2J\u001b]8;;http://evil\u0007db\r\nproven", 1e9), Arm("注文データベース接続プール待ち時間合計時間", -5), Arm("[red]x[/]", 3), Impossible("\u202Eexe", "because \u001b[31m of " + new string('x', 900))],
        Effects = [Effect("x", "[red]x[/]", -1e9, [-1e9, 1e9]) with { Extrapolated = true }],
        Verdicts = [Verdict(ProofOutcome.Unsettled, "not settled: without \u001b[2J: " + new string('y', 500))],
        Limits = ["limit \u001b[1A\nok: all passed"],
        Replay = new ReplayCounts(int.MaxValue, -1, int.MaxValue, 0),
        DurationMs = 1e9,
    };

    /// <summary>Nothing could be replayed.</summary>
    internal static Proof Nothing() => new() { Limits = ["Place order: not replayed: a run of it writes 3 times, and proof.maxWrites is 0"] };

    private static ProofArm Arm(string name, double response, double? inp = 40, int noisy = 0) => new(name, Step, 5, inp, response, noisy, null);

    private static ProofArm Impossible(string name, string why) => new(name, Step, 0, null, null, 0, why);

    private static ProofEffect Effect(string removed, string arm, double response, IReadOnlyList<double>? interval, double inp = 0) =>
        new() { Removed = removed, Arm = arm, Step = Step, ResponseDeltaMs = response, ResponseCi95 = interval, InpDeltaMs = inp };

    private static ProofVerdict Verdict(ProofOutcome outcome, string text) =>
        new() { Step = Step, Window = WindowKind.Response, Kind = CulpritKind.Backend, Outcome = outcome, Text = text };
}
