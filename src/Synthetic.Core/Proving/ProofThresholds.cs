namespace Synthetic.Core.Proving;

/// <summary>From which measured values on a proof draws which conclusion.</summary>
internal static class ProofThresholds
{
    /// <summary>A frame at 60 Hz, in milliseconds: an interval this wide tells enough, and savings up to it point to nobody.</summary>
    public const double FrameMs = 16;

    /// <summary>The part of its claim that a suspect must explain: proven where the whole interval is over it, refuted where it is under it.</summary>
    public const double ShareOfClaim = 0.5;

    /// <summary>The part of a window that an arm must save for certain to point to another cause.</summary>
    public const double ShareToPointElsewhere = 0.25;

    /// <summary>The part of the largest saving from which on another counts as about as large.</summary>
    public const double SimilarSaving = 0.8;

    /// <summary>How far the control may be from the baseline, as a part of it, before another step than the real one was replayed.</summary>
    public const double ControlTolerance = 0.2;

    /// <summary>How far that may be at least, in milliseconds.</summary>
    public const double ControlToleranceMs = 2 * FrameMs;

    /// <summary>The slowdown of the processor from which on its effect tells how much of a window is work.</summary>
    public const double LeastSlowdown = 1.3;

    /// <summary>The same for a processor that is made faster.</summary>
    public const double MostSpeedup = 0.75;
}
