namespace Synthetic.Browser.Explaining;

/// <summary>Why an action waited, by the last thing that the driver's log of it says.</summary>
internal enum Obstacle
{
    /// <summary>It does not say.</summary>
    Unknown,
    /// <summary>No element was found.</summary>
    Missing,
    /// <summary>Something lies over the element.</summary>
    Covered,
    /// <summary>It can't be seen.</summary>
    Hidden,
    /// <summary>It is in a frame that can't be seen.</summary>
    HiddenFrame,
    /// <summary>It is disabled.</summary>
    Disabled,
    /// <summary>It is read-only.</summary>
    ReadOnly,
    /// <summary>It moves.</summary>
    Moving,
    /// <summary>It lies where nothing scrolls to.</summary>
    Outside,
    /// <summary>The page took it away meanwhile.</summary>
    Detached,
    /// <summary>The select element has no such option.</summary>
    NoOption,
    /// <summary>It has, but a disabled one.</summary>
    OptionDisabled,
    /// <summary>The action was done; the page that it opened is still awaited.</summary>
    Navigating,
}

/// <summary>Reads the log that the driver adds to the message of an action that took too long.</summary>
internal static class ActionLog
{
    private static readonly (string Says, Obstacle Obstacle)[] Signs =
    [
        ("intercepts pointer events", Obstacle.Covered),
        ("element is not visible", Obstacle.Hidden),
        ("element is inside a hidden frame", Obstacle.HiddenFrame),
        ("element is not enabled", Obstacle.Disabled),
        ("element is not editable", Obstacle.ReadOnly),
        ("element is not stable", Obstacle.Moving),
        ("element is outside of the viewport", Obstacle.Outside),
        ("element was detached", Obstacle.Detached),
        ("did not find some options", Obstacle.NoOption),
        ("option being selected is not enabled", Obstacle.OptionDisabled),
        ("waiting for scheduled navigations", Obstacle.Navigating),
        ("navigation to finish", Obstacle.Navigating),
    ];

    /// <summary>What it waited for at last, and the line that says so.</summary>
    public static (Obstacle Obstacle, string Line) Read(string message)
    {
        string[] lines = [.. message.Split('\n').Skip(1).Select(line => line.Trim().TrimStart('-').Trim()).Where(line => line.Length > 0)];
        foreach (var line in lines.Reverse())
        {
            foreach (var (says, obstacle) in Signs)
            {
                // Only the words of the driver itself: a page's text stands in its lines, too.
                if (obstacle == Obstacle.Covered ? line.EndsWith(says, StringComparison.Ordinal) : WithoutCount(line).StartsWith(says, StringComparison.Ordinal) || (obstacle == Obstacle.Navigating && line.Contains(says, StringComparison.Ordinal)))
                    return (obstacle, line);
            }
        }
        if (lines.Any(line => line.Contains("locator resolved to", StringComparison.Ordinal)))
            return (Obstacle.Unknown, lines[^1]);
        return lines.Any(line => line.StartsWith("waiting for", StringComparison.Ordinal)) ? (Obstacle.Missing, lines[^1]) : (Obstacle.Unknown, "");
    }

    // Lines that come again and again are folded: "12 × element is not stable".
    private static string WithoutCount(string line) => line.IndexOf(" × ", StringComparison.Ordinal) is >= 0 and < 6 and var at ? line[(at + 3)..].TrimStart() : line;
}
