namespace Synthetic.Browser.Driving;

/// <summary>The run's time was used up before a step began.</summary>
/// <param name="timeout">What the whole run had.</param>
internal sealed class TimeUsedUpException(TimeSpan timeout)
    : Exception($"the {timeout.TotalSeconds:0.#} s of the run were used up before this step");
