namespace Synthetic.Worker.Logging;

/// <summary>How log lines look.</summary>
internal enum LogFormat
{
    /// <summary>Text on a terminal, JSON everywhere else.</summary>
    Auto,
    /// <summary>One JSON object a line.</summary>
    Json,
    /// <summary>Time, level and message for people.</summary>
    Text,
}
