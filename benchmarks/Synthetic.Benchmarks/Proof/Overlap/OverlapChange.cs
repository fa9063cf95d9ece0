using System.Globalization;
using Synthetic.Core.Evidence;

namespace Synthetic.Benchmarks.Proof.Overlap;

/// <summary>What a proof says that a response would lose, beside what it lost.</summary>
/// <param name="Removed">What was taken away.</param>
/// <param name="Low">The least that the proof says, in milliseconds.</param>
/// <param name="High">The most.</param>
/// <param name="Real">What the response of the changed server really lost.</param>
public sealed record OverlapChange(string Removed, double Low, double High, double Real)
{
    /// <summary>Whether the truth is in the range, give or take what medians of five runs differ by anyway.</summary>
    public bool IsInside => Real >= Low - ProofRow.Slack && Real <= High + ProofRow.Slack;

    /// <summary>The range that a proof gives for something; nothing was to be saved where no arm took the least away.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="removed">What was taken away, as effects name it.</param>
    /// <param name="real">What the response really lost, in milliseconds.</param>
    /// <exception cref="InvalidOperationException">The proof did not try it.</exception>
    public static OverlapChange Of(Core.Records.Proof proof, string removed, double real)
    {
        var effects = proof.Effects.Where(e => e.Removed == removed).ToArray();
        if (effects.Length == 0)
            throw new InvalidOperationException($"the proof did not try {removed}: {string.Join("; ", proof.Arms.Select(a => a.Name))}");
        var least = effects.FirstOrDefault(e => e.Reading != MetricReading.Alone);
        return new OverlapChange(removed, least is null ? 0 : -least.ResponseCi95![1], effects.Max(e => -e.ResponseCi95![0]), real);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Removed} {Low:0} to {High:0}, really {Real:0}{(IsInside ? "" : " OUTSIDE")}");
}
