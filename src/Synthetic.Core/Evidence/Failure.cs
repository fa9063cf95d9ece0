namespace Synthetic.Core.Evidence;

/// <summary>What went wrong.</summary>
/// <param name="Step">The step's name; <c>null</c> where no step was under way.</param>
/// <param name="Kind">Which sort of failure.</param>
/// <param name="Message">What, where, and what was expected; at most 1,000 characters.</param>
/// <param name="Url">The page at that moment; <c>null</c> where there was none.</param>
public sealed record Failure(string? Step, FailureKind Kind, string Message, string? Url = null)
{
    /// <summary>The elements that the step's locator may have meant, at most 5; absent where that is not the trouble, or none is near.</summary>
    public IReadOnlyList<Candidate>? Candidates { get; init; }
}

/// <summary>Sorts of failure.</summary>
public enum FailureKind
{
    /// <summary>The page never showed what the step expects.</summary>
    Expectation,
    /// <summary>Something took longer than its timeout.</summary>
    Timeout,
    /// <summary>A page could not be opened.</summary>
    Navigation,
    /// <summary>The page's own script, or the scenario's, threw.</summary>
    Script,
    /// <summary>The server answered a page with an error status.</summary>
    Http,
    /// <summary>The browser or the page's process died, or there is no browser.</summary>
    Browser,
    /// <summary>The scenario can't be run as it is written: its selector, key, file or option is wrong, or several elements are meant.</summary>
    Scenario,
}
