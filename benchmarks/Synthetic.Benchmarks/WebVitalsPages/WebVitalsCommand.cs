using System.CommandLine;

namespace Synthetic.Benchmarks.WebVitalsPages;

/// <summary>The command <c>web-vitals</c>.</summary>
internal static class WebVitalsCommand
{
    public static Command Build()
    {
        var pages = new Option<string?>("--pages")
        {
            HelpName = "DIR",
            Description = "A checkout of the library's repository; without it the tag of the locked version is cloned",
        };
        return BenchmarkCommand.Build(
            "web-vitals", "Visits the pages of the web-vitals library's own end-to-end tests, and compares every value.", rounds: 3, "docs/web-vitals.md",
            [pages], (options, parsed) => WebVitalsPagesBenchmark.RunAsync(options, parsed.GetValue(pages)));
    }
}
