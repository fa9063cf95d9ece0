using System.Xml.Linq;

namespace Synthetic.Tests.Architecture;

/// <summary>The checkout the tests were built from.</summary>
internal static class SourceTree
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every project under <c>src</c>.</summary>
    public static IReadOnlyList<Project> Projects { get; } =
        [.. Directory.EnumerateFiles(Path.Join(Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(Read)];

    /// <summary>What a project file refers to.</summary>
    internal sealed record Project(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages, IReadOnlyList<string> Frameworks);

    private static Project Read(string file)
    {
        var xml = XDocument.Load(file).Root!;
        string[] Included(string element) => [.. xml.Descendants(element).Select(e => (string)e.Attribute("Include")!)];
        return new Project(
            Path.GetFileNameWithoutExtension(file),
            [.. Included("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            Included("PackageReference"),
            Included("FrameworkReference"));
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Join(folder.FullName, "Synthetic.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException("The tests do not run inside a checkout.");
    }
}
