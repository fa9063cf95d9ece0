namespace Synthetic.Core.Scenarios;

/// <summary>When a scenario may be run a second time, unmeasured, to follow what caused its results.</summary>
public enum CauseRule
{
    /// <summary>Where no step up to the unclear one sends a request that may write. The default.</summary>
    ReadOnly,
    /// <summary>Whatever it sends, as long as the step in question writes no more than a proof may.</summary>
    Always,
    /// <summary>Never.</summary>
    Never,
}
