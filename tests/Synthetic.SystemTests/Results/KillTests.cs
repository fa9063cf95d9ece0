using Synthetic.Benchmarks.Kills;

namespace Synthetic.SystemTests.Results;

/// <summary>A worker that is killed at random moments: a short form of what benchmarks/ does 200 times.</summary>
[Parallelizable(ParallelScope.All)]
[CancelAfter(300_000)]
public sealed class KillTests
{
    [TestCase("sqlite")]
    [TestCase("postgres")]
    public async Task EverySlotHasOneRecordAndNoAlertIsLost(string kind)
    {
        await using var stores = await StoreFixture.OpenAsync(kind);
        var folder = Directory.CreateTempSubdirectory("synthetic-kills").FullName;
        var seed = Random.Shared.Next();
        KillOutcome outcome;
        try
        {
            outcome = await new KillRun(Path.Combine(AppContext.BaseDirectory, "synthetic.dll"), await stores.NewAddressAsync(), folder)
                .RunAsync(kills: 6, seed, TestContext.CurrentContext.CancellationToken);
        }
        catch
        {
            TestContext.Out.WriteLine(File.ReadAllText(Path.Combine(folder, "worker.log")));
            throw;
        }
        TestContext.Out.WriteLine($"seed {seed}: {outcome}; {string.Join(", ", outcome.ByStatus)}");
        Assert.That(outcome.Wrongs(), Is.Empty, () => File.ReadAllText(Path.Combine(folder, "worker.log")));
        Assert.That(outcome.Alerts, Is.GreaterThan(3), "it has run between the kills");
        Directory.Delete(folder, recursive: true);
    }
}
