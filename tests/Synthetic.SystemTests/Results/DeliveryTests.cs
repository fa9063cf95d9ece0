using Synthetic.Benchmarks.Delivery;

namespace Synthetic.SystemTests.Results;

/// <summary>A webhook that fails, resets, is busy, hangs and loses its answers: a short form of what benchmarks/ does for longer.</summary>
[Parallelizable(ParallelScope.All)]
[CancelAfter(300_000)]
public sealed class DeliveryTests
{
    [Test]
    public async Task AReceiverInTroubleGetsEveryAlertInOrderAndTheScheduleGoesOn()
    {
        var folder = Directory.CreateTempSubdirectory("synthetic-delivery").FullName;
        string Lines() => File.ReadAllText(Path.Combine(folder, "worker.log"));
        DeliveryOutcome outcome;
        try
        {
            outcome = await new DeliveryRun(Path.Combine(AppContext.BaseDirectory, "synthetic.dll"), folder)
                .RunAsync([.. DeliveryRun.Once, .. DeliveryRun.Once], slots: 10, TestContext.CurrentContext.CancellationToken);
        }
        catch
        {
            TestContext.Out.WriteLine(Lines());
            throw;
        }
        Assert.That(outcome.Wrongs(), Is.Empty, Lines);
        Assert.That(outcome.Met, Is.SupersetOf(DeliveryRun.Once), "each trouble was met");
        Assert.That(outcome.Again, Is.GreaterThan(0), "an answer that got lost makes it come twice");
        Directory.Delete(folder, recursive: true);
    }
}
