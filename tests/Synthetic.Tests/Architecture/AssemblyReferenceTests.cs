using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Synthetic.Tests.Architecture;

/// <summary>What the compiled code really uses: a package reached through another project leaves no trace in a project file.</summary>
[TestFixture]
internal sealed class AssemblyReferenceTests
{
    private static readonly (string Assembly, string[] Users)[] Confined =
    [
        ("Microsoft.Playwright", ["Synthetic.Browser", "Synthetic.Scenarios"]),
        ("Quartz", ["synthetic"]),
        ("Serilog", ["synthetic"]),
        ("Spectre.Console", ["synthetic"]),
        ("Microsoft.Data.Sqlite", ["Synthetic.Shop", "Synthetic.Results"]),
        ("Npgsql", ["Synthetic.Results"]),
    ];

    /// <summary>Members of types and namespaces that reach out of the process, by how their names begin.</summary>
    private static readonly string[] NotInCore =
    [
        "System.IO.File.", "System.IO.Directory.", "System.IO.FileInfo.", "System.IO.DirectoryInfo.", "System.IO.FileStream.",
        "System.Net.Http.", "System.Net.Sockets.", "System.Diagnostics.Process.", "System.Diagnostics.ProcessStartInfo.",
        "System.Console.", "System.Environment.",
    ];

    /// <summary>The compiler puts this into every iterator.</summary>
    private const string ByIterators = "System.Environment.get_CurrentManagedThreadId";

    [TestCaseSource(nameof(Confined))]
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
        var members = Read(Path.Join(AppContext.BaseDirectory, "Synthetic.Core.dll"), metadata =>
            from handle in metadata.MemberReferences
            let member = metadata.GetMemberReference(handle)
            where member.Parent.Kind == HandleKind.TypeReference
            let type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent)
            select $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}");
        Assert.That(members, Is.Not.Empty);
        Assert.That(members.Where(member => member != ByIterators && NotInCore.Any(word => member.StartsWith(word, StringComparison.Ordinal))), Is.Empty);
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
