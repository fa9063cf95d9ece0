namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>
/// How many things one window looks at: scripts, requests, stretches. The windows of a run share them, so that what a page makes up costs
/// seconds at most; honest windows have a few dozen, and a run of forty interactions may have thousands in each.
/// </summary>
internal static class WindowLimit
{
    private const int OfRun = 200_000;
    private const int Fewest = 100;
    private const int Most = 10_000;

    /// <summary>The most for each window.</summary>
    /// <param name="interactions">How many interactions the run has.</param>
    public static int Of(int interactions) => Math.Clamp(OfRun / Math.Max(1, interactions), Fewest, Most);
}
