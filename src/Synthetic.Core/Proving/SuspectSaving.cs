using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Proving;

/// <summary>What a window loses without its suspect, whatever its server's metrics mean.</summary>
/// <param name="Effects">The arms that took the suspect away: one, or one for each reading.</param>
/// <param name="Window">The window.</param>
internal sealed record SuspectSaving(IReadOnlyList<ArmEffect> Effects, WindowKind Window)
{
    /// <summary>The saving of the least reading; its interval holds what every reading saves.</summary>
    public Shift? Saved { get; } = Read(Effects, Window);

    /// <summary>What was done: <c>without db</c>.</summary>
    public string Name => Effects is [{ Arm: { Reading: not null, Removed: { } removed } }, ..] ? $"without {removed}" : Effects[0].Arm.Name;

    public ArmKind Kind => Effects[0].Arm.Kind;

    /// <summary>Whether it is not known what else ran while the suspect did.</summary>
    public bool IsRange => Effects.Any(e => e.Arm.Reading is not null);

    /// <summary>The window as it is, in milliseconds.</summary>
    public double? NowMs => Effects[0].NowIn(Window);

    /// <summary>What it would be without the suspect, in milliseconds: the shortest first, and where the readings differ, the longest.</summary>
    public IReadOnlyList<double?> PredictedMs => IsRange
        ? [.. new[] { MetricReading.Alone, MetricReading.Beside }.Select(reading => By(Effects, reading) is { } effect ? effect.Predicted(Window) : NowMs).Order()]
        : [Effects[0].Predicted(Window)];

    /// <summary>Each reading that was tried; <c>null</c> where there is one only.</summary>
    public IReadOnlyList<ProofReading>? Readings => !IsRange ? null :
    [
        .. from effect in Effects
           let saved = effect.In(Window)?.Times(-1)
           where effect.Arm.Reading is not null && saved is not null
           select new ProofReading(effect.Arm.Reading!.Value, effect.Arm.Name, Milliseconds.Round(saved!.Value.Ms), ArmEffect.Interval(saved)),
    ];

    private static Shift? Read(IReadOnlyList<ArmEffect> effects, WindowKind window)
    {
        if (effects.All(e => e.Arm.Reading is null))
            return effects[0].In(window)?.Times(-1);
        if (By(effects, MetricReading.Alone)?.In(window)?.Times(-1) is not { } alone)
            return By(effects, MetricReading.Beside)?.In(window)?.Times(-1) is { } only ? only with { Low = null, High = null } : null;
        // Where no arm took the least away, that is nothing, or nothing is known of it.
        var beside = By(effects, MetricReading.Beside) is { } effect ? effect.In(window)?.Times(-1) ?? default : new Shift(0, 0, 0);
        return new Shift(Math.Min(beside.Ms, alone.Ms), Least(beside.Low, alone.Low), Least(-beside.High, -alone.High) * -1);
    }

    private static ArmEffect? By(IReadOnlyList<ArmEffect> effects, MetricReading reading) => effects.FirstOrDefault(e => e.Arm.Reading == reading);

    private static double? Least(double? one, double? other) => one is { } a && other is { } b ? Math.Min(a, b) : null;
}
