namespace Synthetic.Core.Records.Timelines;

/// <summary>A window's rating.</summary>
public enum Rating
{
    /// <summary>Fast enough for most people.</summary>
    Good,
    /// <summary>Between good and poor.</summary>
    NeedsImprovement,
    /// <summary>Too slow.</summary>
    Poor,
}
