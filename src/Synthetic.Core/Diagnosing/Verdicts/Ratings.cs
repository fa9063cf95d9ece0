using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Verdicts;

/// <summary>Where windows stop being good, and where they become poor.</summary>
internal static class Ratings
{
    /// <summary>INP is good up to here, in milliseconds (https://web.dev/articles/inp).</summary>
    public const double InpGoodMs = 200;

    /// <summary>INP is poor over this, in milliseconds (https://web.dev/articles/inp).</summary>
    public const double InpPoorMs = 500;

    /// <summary>What people feel as instant, in milliseconds: at or under it nobody is to blame (https://web.dev/articles/rail).</summary>
    public const double InstantMs = 100;

    public static Rating Of(double ms, double good, double poor) =>
        ms <= good ? Rating.Good : ms <= poor ? Rating.NeedsImprovement : Rating.Poor;
}
