namespace Synthetic.Tests.Architecture;

/// <summary>A project exists only to forbid something; this is what they forbid.</summary>
[TestFixture]
internal sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> MayReferTo = new()
    {
        ["Synthetic.Core"] = [],
        ["Synthetic.Browser"] = ["Synthetic.Core"],
        ["Synthetic.Results"] = ["Synthetic.Core"],
        ["Synthetic.Dashboard"] = ["Synthetic.Core"],
        ["Synthetic.ServerTiming"] = ["Synthetic.Core"],
        ["Synthetic.Shop"] = ["Synthetic.ServerTiming"],
        ["Scenarios"] = ["Synthetic.Browser"],
    };

    /// <summary>Packages by the start of their name, and the only projects that may use them.</summary>
    private static readonly (string Package, string[] Projects)[] Confined =
    [
        ("Microsoft.Playwright", ["Synthetic.Browser"]),
        ("Quartz", ["Synthetic.Worker"]),
        ("Serilog", ["Synthetic.Worker"]),
        ("Spectre.", ["Synthetic.Worker"]),
        ("System.CommandLine", ["Synthetic.Worker"]),
        ("Microsoft.Data.Sqlite", ["Synthetic.Shop", "Synthetic.Results"]),
        ("SQLitePCLRaw", ["Synthetic.Shop", "Synthetic.Results"]),
        ("Npgsql", ["Synthetic.Results"]),
    ];

    private static IEnumerable<SourceTree.Project> Projects => SourceTree.Projects;

    [TestCaseSource(nameof(Projects))]
    public void AProjectRefersOnlyToThoseItMay(SourceTree.Project project)
    {
        // The Worker puts everything together; nobody may refer to it, which the others' lists see to.
        if (project.Name == "Synthetic.Worker")
            return;
        Assert.That(MayReferTo, Does.ContainKey(project.Name), "a new project says here what it may refer to");
        Assert.That(project.Projects, Is.SubsetOf(MayReferTo[project.Name]));
    }

    [TestCaseSource(nameof(Projects))]
    public void APackageStaysInTheProjectThatConfinesIt(SourceTree.Project project)
    {
        string[] strays =
        [
            .. from package in project.Packages
               from rule in Confined
               where package.StartsWith(rule.Package, StringComparison.Ordinal) && !rule.Projects.Contains(project.Name)
               select package,
        ];
        Assert.That(strays, Is.Empty);
    }

    [Test]
    public void TheCoreNeedsNothingButTheRuntime()
    {
        var core = SourceTree.Projects.Single(project => project.Name == "Synthetic.Core");
        Assert.That(core.Packages.Concat(core.Projects).Concat(core.Frameworks), Is.Empty);
    }
}
