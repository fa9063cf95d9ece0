namespace Synthetic.Core.Proving.Trials;

/// <summary>How many requests that may write the live runs of a step may send.</summary>
/// <param name="Allowed">What the scenario allows for a whole proof.</param>
/// <param name="Left">What is left of it; negative where a run sent more than was left.</param>
/// <param name="PerRun">What the next live run is expected to send.</param>
internal sealed record WriteBudget(int Allowed, int Left, int PerRun)
{
    /// <summary>How many more live runs it allows.</summary>
    public int Runs => PerRun > 0 ? Math.Max(0, Left / PerRun) : Left >= 0 ? int.MaxValue : 0;

    /// <summary>What is left after a run; one that sent more than expected is what the next is expected to send.</summary>
    /// <param name="sent">The requests it sent to servers that may have written.</param>
    public WriteBudget After(int sent) => this with { Left = Left - sent, PerRun = Math.Max(PerRun, sent) };
}
