namespace Synthetic.Browser;

/// <summary>The JavaScript files that are compiled into this assembly.</summary>
internal static class EmbeddedScript
{
    /// <summary>Reads one.</summary>
    /// <param name="name">Its folder and file, with a dot between them: <c>Probing.InPage.probe.js</c>.</param>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedScript).Assembly.GetManifestResourceStream($"Synthetic.Browser.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
