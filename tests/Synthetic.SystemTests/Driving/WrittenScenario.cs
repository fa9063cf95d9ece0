using Synthetic.Benchmarks.Failures;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.SystemTests.Driving;

/// <summary>Scenarios as a file has them, so that reading and doing are tested as one.</summary>
internal static class WrittenScenario
{
    /// <summary>A scenario that opens the page and goes through some steps.</summary>
    /// <param name="site">Its base address.</param>
    /// <param name="steps">The steps after that, as JSON.</param>
    /// <param name="settings">Further keys of the scenario, as JSON, each with a comma after it.</param>
    /// <param name="file">Further keys of the file, likewise.</param>
    public static Scenario Of(Uri site, string steps, string settings = "", string file = "")
    {
        var read = WrittenFile.Read(site, $$"""{ "goto": "/" }, {{steps}}""", settings, file);
        Assert.That(read.Errors, Is.Empty);
        return read.Scenarios[0];
    }

    public static async Task<RunRecord> RunAsync(this Rig rig, Uri site, string steps, string settings = "", string file = "") =>
        await rig.RunAsync(Of(site, steps, settings, file));

    public static void AssertPassed(RunRecord record) => Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
}
