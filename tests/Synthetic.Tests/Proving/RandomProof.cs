using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Evidence;

namespace Synthetic.Tests.Proving;

/// <summary>Proof evidence as no prover would write it: steps that are not there, arms without control, absurd numbers.</summary>
internal static class RandomProof
{
    private static readonly Gen<double?> Ms = Gen.Frequency(
        (8, Gen.Choose(0, 9000).Select(t => (double?)(t / 10.0))), (2, Gen.Elements<double?>(500, 150)),
        (1, Gen.Elements<double?>(null, double.NaN, double.PositiveInfinity, double.MinValue, -0.0, -1, 1e300, double.Epsilon)));

    private static readonly Gen<string> Text = Gen.Elements("db", "DB", "app", "baseline", "", "\u001b[2J[red]\n", "日本語のデータベース", new string('x', 9000));

    private static readonly Gen<Arm> Arm =
        from kind in Gen.Frequency((3, Gen.Elements(ArmKind.Baseline, ArmKind.Control)), (3, Gen.Elements(ArmKind.WithoutComponent, ArmKind.ServerAtOnce)), (4, Gen.Elements(Enum.GetValues<ArmKind>())))
        from name in Text
        from removed in Gen.Elements<string?>(null, "db", "app", "memoize", "parallelize", "https://shop.example/")
        from rate in Ms
        from usual in Gen.Elements<double?>(1, 4, null, double.NaN)
        from requests in Gen.Elements<IReadOnlyList<RequestKey>?>(null, [], [new("GET", "https://shop.example/api", 0), null!, new(null!, null!, -1)])
        from reading in Gen.Elements<MetricReading?>(null, null, MetricReading.Beside, MetricReading.Alone)
        select new Arm { Name = name, Reading = reading, Kind = kind, Removed = removed, CpuRate = rate, UsualCpuRate = usual, Requests = requests };

    private static readonly Gen<ArmRuns> Runs =
        from arm in Arm
        from runs in Gen.Choose(0, 7).SelectMany(count => (from inp in Ms from response in Ms select new ArmRun(inp, response)).ArrayOf(count))
        from noisy in Gen.Elements(0, 0, 1, -1, int.MaxValue)
        from impossible in Gen.Elements<string?>(null, null, "it failed", new string('x', 2000))
        select new ArmRuns { Arm = arm, Runs = runs, Noisy = noisy, Impossible = impossible };

    private static readonly Gen<StepReplay> Step =
        from index in Gen.Choose(-1, 3)
        from name in Text
        from arms in Some(Runs, 6)
        from counts in Gen.Elements(0, 0, 0, 5, -1, int.MaxValue).ArrayOf(4)
        from limits in Some(Text, 1)
        select new StepReplay { Index = index, Name = name, Arms = arms, Replay = new ReplayCounts(counts[0], counts[1], counts[2], counts[3]), Limits = limits };

    /// <summary>Now and then replays that settle something of a first step's database.</summary>
    private static readonly Gen<StepReplay> Telling =
        from took in Gen.Choose(0, 600)
        from others in Some(Runs, 2)
        select new StepReplay
        {
            Index = 0,
            Name = "first",
            Arms = [Even(new Arm { Name = "control", Kind = ArmKind.Control }, 500), Even(new Arm { Name = "without db", Kind = ArmKind.WithoutComponent, Removed = "db" }, took), .. others],
        };

    public static Gen<ProofEvidence> Any { get; } =
        from steps in Some(Gen.Frequency((2, Step), (1, Telling)), 3)
        from notes in Some(Text, 2)
        from ms in Ms
        select new ProofEvidence { Steps = steps, Notes = notes, DurationMs = ms ?? 0 };

    private static ArmRuns Even(Arm arm, double ms) => new() { Arm = arm, Runs = [.. Enumerable.Range(0, 5).Select(n => new ArmRun(ms, ms + n))] };

    private static Gen<T[]> Some<T>(Gen<T> of, int most) => Gen.Choose(0, most).SelectMany(count => of.ArrayOf(count));
}
