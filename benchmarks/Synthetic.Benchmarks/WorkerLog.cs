namespace Synthetic.Benchmarks;

/// <summary>The log of a worker that still writes it.</summary>
internal static class WorkerLog
{
    /// <summary>Its lines of one event so far, in order.</summary>
    /// <param name="log">The file; none yet is one without lines.</param>
    /// <param name="name">The event.</param>
    /// <param name="from">Where to begin, in bytes: the end of a line.</param>
    public static IReadOnlyList<string> Lines(string log, string name, long from = 0)
    {
        if (!File.Exists(log))
            return [];
        using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(from, SeekOrigin.Begin);
        using var reader = new StreamReader(file);
        var text = reader.ReadToEnd();
        // The worker may be in the middle of a line.
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        return [.. whole.Split('\n').Where(line => line.Contains($"\"event\":\"{name}\"", StringComparison.Ordinal))];
    }
}
