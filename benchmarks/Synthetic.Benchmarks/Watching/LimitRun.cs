using Synthetic.Benchmarks.Exactness.Site;
using Synthetic.Core.Records;

namespace Synthetic.Benchmarks.Watching;

/// <summary>A run of a page with far more of something than most have.</summary>
/// <param name="Truth">What the page says of it.</param>
/// <param name="LoadMs">How long it took until the page was loaded, by the driver's clock; of a measured run the whole step.</param>
/// <param name="ClickMs">The same from before the click until its answer was seen; of a measured run until all was handed over.</param>
/// <param name="WholeMs">The whole run; of a measured one with its record made.</param>
internal sealed record LimitRun(PageTruth Truth, double LoadMs, double ClickMs, double WholeMs)
{
    /// <summary>From the input to the frame with the answer, as the page has it.</summary>
    public double ResponseMs => Truth.Responses[^1];

    /// <summary>What the click took outside of its response.</summary>
    public double BesideMs => ClickMs - ResponseMs;

    /// <summary>What was recorded; <c>null</c> where the page was only driven.</summary>
    public RunRecord? Record { get; init; }
}

/// <summary>One page, driven bare and watched.</summary>
internal sealed record LimitPair(string Page, LimitRun Bare, LimitRun Watched);
