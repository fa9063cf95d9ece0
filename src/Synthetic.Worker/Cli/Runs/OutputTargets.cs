namespace Synthetic.Worker.Cli.Runs;

/// <summary>Whether the places asked for can take what a run leaves: known before minutes are spent on runs.</summary>
internal static class OutputTargets
{
    /// <returns>A sentence for each place that is none.</returns>
    public static IEnumerable<string> Errors(string? folder, string? junit)
    {
        if (folder is { Length: 0 })
            yield return "--out must name a folder, was \"\"";
        if (folder is not null && File.Exists(folder))
            yield return $"--out must name a folder; {folder} is a file";
        if (junit is { Length: 0 })
            yield return "--junit must name a file, was \"\"";
        if (junit is not null && (Directory.Exists(junit) || Path.EndsInDirectorySeparator(junit)))
            yield return $"--junit must name a file; {junit} is a folder";
    }

    /// <summary>Finds out whether a file can be written; leaves no file where there was none.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not.</exception>
    public static void EnsureWritable(string file)
    {
        var made = !File.Exists(file);
        using (File.Open(file, FileMode.OpenOrCreate, FileAccess.Write)) { }
        if (made)
            File.Delete(file);
    }
}
