using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Synthetic.Tests.Architecture;

/// <summary>What the compiled code really uses: a package reached through another project leaves no trace in a project file.</summary>
[TestFixture]
internal sealed class AssemblyReferenceTests
{
    private static readonly (string Assembly, string[] Users)[] s_confined =
    [
        ("Microsoft.Playwright", ["Synthetic.Browser", "Synthetic.Scenarios"]),
        ("Quartz", ["synthetic"]),
        ("Serilog", ["synthetic"]),
        ("Spectre.Console", ["synthetic"]),
        ("Microsoft.Data.Sqlite", ["Synthetic.Shop", "Synthetic.Results"]),
        ("Npgsql", ["Synthetic.Results"]),
    ];

    /// <summary>Types that reach out of the process; a name that ends in a dot stands for a whole namespace.</summary>
    private static readonly string[] s_notInCore =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.FileStream",
        "System.Net.Http.", "System.Net.Sockets.", "System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo",
        "System.Console", "System.Environment",
    ];

    [TestCaseSource(nameof(s_confined))]
    public void ALibraryIsUsedOnlyWhereItIsConfined((string Assembly, string[] Users) rule)
    {
        string[] users =
        [
            .. from file in Ours()
               where References(file).Any(name => name == rule.Assembly || name.StartsWith(rule.Assembly + ".", StringComparison.Ordinal))
               select Path.GetFileNameWithoutExtension(file),
        ];
        Assert.That(users, Is.SubsetOf(rule.Users));
    }

    [Test]
    public void TheCoreDoesNotReachOutOfTheProcess()
    {
        string[] types = Read(Path.Join(AppContext.BaseDirectory, "Synthetic.Core.dll"), metadata =>
            metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"));
        Assert.That(types, Is.Not.Empty);
        Assert.That(types.Where(type => s_notInCore.Any(word => word.EndsWith('.') ? type.StartsWith(word, StringComparison.Ordinal) : type == word)), Is.Empty);
    }

    private static IEnumerable<string> Ours() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(file => Path.GetFileName(file) is var name
                && (name.StartsWith("Synthetic.", StringComparison.Ordinal) || name == "synthetic.dll")
                && !name.EndsWith("Tests.dll", StringComparison.Ordinal));

    private static string[] References(string file) => Read(file, metadata =>
        metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)));

    private static string[] Read(string file, Func<MetadataReader, IEnumerable<string>> read)
    {
        using PEReader assembly = new(File.OpenRead(file));
        return [.. read(assembly.GetMetadataReader())];
    }
}
