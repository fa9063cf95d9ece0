namespace Synthetic.Core.Scenarios;

/// <summary>What a step waits for before its action, so that a page that still starts up can react to it. The names in a file are these, in camelCase.</summary>
public enum PageReadiness
{
    /// <summary>Something listens to the action's events on its target or on the way from there to the window, or the target is one that the browser itself does something with.</summary>
    Listeners,
    /// <summary>No long task for a while, and no scripts on their way.</summary>
    Quiet,
}
