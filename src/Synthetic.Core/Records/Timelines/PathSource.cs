namespace Synthetic.Core.Records.Timelines;

/// <summary>How it is known what a result waited for, where something else might have been it.</summary>
public enum PathSource
{
    /// <summary>What caused what was followed from the result back to the input.</summary>
    Causes,
    /// <summary>Only the order of things tells: it ended last before the result, and something else may have been it.</summary>
    Order,
}
