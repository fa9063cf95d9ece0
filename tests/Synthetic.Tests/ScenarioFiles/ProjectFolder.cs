using System.Runtime.CompilerServices;

namespace Synthetic.Tests.ScenarioFiles;

/// <summary>Files of the repository that tests read, and rewrite when asked to.</summary>
internal static class ProjectFolder
{
    public static bool Updating => Environment.GetEnvironmentVariable("SYNTHETIC_UPDATE_GOLDEN") == "1";

    public static string Tests([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    public static string Root() => Path.GetFullPath(Path.Combine(Tests(), "..", "..", ".."));

    /// <summary>Compares a text with a file; SYNTHETIC_UPDATE_GOLDEN=1 writes the file instead.</summary>
    public static void AssertGolden(string path, string actual)
    {
        if (Updating)
            File.WriteAllText(path, actual);
        Assert.That(File.Exists(path) ? File.ReadAllText(path) : null, Is.EqualTo(actual),
            $"{path} is out of date; run the test with SYNTHETIC_UPDATE_GOLDEN=1 and read the difference");
    }
}
