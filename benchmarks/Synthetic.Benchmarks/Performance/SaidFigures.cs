using Synthetic.Benchmarks.Performance.Peers;
using Synthetic.Core.Records;

namespace Synthetic.Benchmarks.Performance;

/// <summary>What a run says of the order, of ours or of another tool, beside what the page itself told.</summary>
/// <param name="InpMs">Its INP.</param>
/// <param name="InpErrorMs">How much that is more than the browser's own entry; <c>null</c> where one is missing.</param>
/// <param name="ResponseErrorMs">How much its response is longer than the page's own; <c>null</c> where one is missing.</param>
/// <param name="IsNoisy">Whether it says that the host was noisy.</param>
internal sealed record SaidFigures(double? InpMs, double? InpErrorMs, double? ResponseErrorMs, bool IsNoisy)
{
    /// <summary>How far the two clicks' instants may lie apart, in milliseconds: both are the browser's own.</summary>
    private const double SameClick = 2;

    /// <summary>Those of a run of ours that came to an order; <c>null</c> for others.</summary>
    public static SaidFigures? Of(RunRecord record, IReadOnlyList<Truth> truths)
    {
        if (record.Steps is not [.., { Interactions: [.., var order] }] || record.Evidence is not { } evidence)
            return null;
        var pressed = evidence.Documents
            .SelectMany(d => d.Inputs.Where(i => i.Name == "pointerdown").Select(i => evidence.OriginEpochMs + d.OffsetMs + i.Start))
            .DefaultIfEmpty().Max();
        var truth = truths.FirstOrDefault(t => Math.Abs(t.At - pressed) < SameClick);
        return new SaidFigures(order.Inp?.Ms, order.Inp?.Ms - truth?.Inp, order.Response?.Ms - truth?.Response, record.Host?.Verdict == HostState.Noisy);
    }

    /// <summary>Those of another tool, which says one INP for the whole page.</summary>
    public static SaidFigures Of(PeerSays says, Truth? truth) => new(says.InpMs, says.InpMs - truth?.PageInp, says.ResponseMs - truth?.Response, IsNoisy: false);
}
