using System.Runtime.CompilerServices;

namespace Synthetic.Tests.Terminal;

/// <summary>Compares with a file kept beside the test; <c>SYNTHETIC_UPDATE_GOLDEN=1</c> writes it anew.</summary>
internal static class Golden
{
    internal static void Matches(string actual, string file, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "golden", file);
        if (Environment.GetEnvironmentVariable("SYNTHETIC_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.That(File.Exists(path), Is.True, $"{path} is missing; SYNTHETIC_UPDATE_GOLDEN=1 writes it");
        Assert.That(actual, Is.EqualTo(File.ReadAllText(path)), $"differs from {file}; SYNTHETIC_UPDATE_GOLDEN=1 accepts it");
    }
}
