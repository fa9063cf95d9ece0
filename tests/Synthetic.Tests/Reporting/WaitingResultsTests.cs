using Synthetic.Core.Records;
using Synthetic.Tests.Alerting;
using Synthetic.Tests.Scheduling;
using Synthetic.Worker.Reporting;

namespace Synthetic.Tests.Reporting;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class WaitingResultsTests : IDisposable
{
    private readonly CapturedLog _log = new();
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("synthetic-waiting").FullName, "new");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Test]
    public void TheNextStartHasThemInTheirOrder()
    {
        var first = new WaitingResults(_folder, _log);
        for (var n = 0; n < 12; n++)
            first.Add(Result(n));
        first.Remove(first.First()!);
        var second = new WaitingResults(_folder, _log);
        second.Add(Result(12));
        Assert.That(Taken(second), Is.EqualTo(Enumerable.Range(1, 12).Select(n => $"run-{n}")));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.Empty);
    }

    [Test]
    public void AProofKeepsTheAlertsOfItsRun()
    {
        var (_, alerts) = Core.Alerting.AlertEvaluator.Evaluate(
            new(1, 1, 1, TimeSpan.Zero, []), Core.Alerting.AlertState.Empty, Runs.Of(RunStatus.Failed), Runs.Start);
        new WaitingResults(_folder, _log).Add(new WaitingResult(Runs.Of(RunStatus.Failed), alerts));
        var read = new WaitingResults(_folder, _log).First()!;
        Assert.That((read.Record.RunId, read.Fired!.Single().Fingerprint), Is.EqualTo(("run-0", alerts[0].Fingerprint)));
    }

    [Test]
    public void AFileThatIsDamagedIsSetAsideAndSaid()
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "000000000001.result"), "run\n{");
        File.WriteAllText(Path.Combine(_folder, "000000000002.result.part"), "run\n{");
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "not ours");
        var waiting = new WaitingResults(_folder, _log);
        waiting.Add(Result(7));
        Assert.That(Taken(waiting), Is.EqualTo(new[] { "run-7" }));
        Assert.That(_log.Messages("store.failed").Single(), Does.Contain("000000000001.result is no result that can be read"));
        Assert.That(File.Exists(Path.Combine(_folder, "000000000001.result.broken")));
    }

    [Test]
    public void WhereNoFileCanBeWrittenTheyWaitInMemory()
    {
        File.WriteAllText(_folder, "a file where the folder should be");
        var waiting = new WaitingResults(_folder, _log);
        waiting.Add(Result(0));
        Assert.That((waiting.OnDisk, waiting.First()!.Record.RunId), Is.EqualTo((false, "run-0")));
        Assert.That(_log.Messages("store.failed").Single(), Does.StartWith("a result waits in memory, for it can't be written to "));
    }

    [Test]
    public void InMemoryTheOldestMakesRoomAndIsSaid()
    {
        var waiting = new WaitingResults(null, _log);
        for (var n = 0; n < WaitingResults.MostInMemory + 2; n++)
            waiting.Add(Result(n));
        Assert.That((waiting.Count, waiting.First()!.Record.RunId), Is.EqualTo((WaitingResults.MostInMemory, "run-2")));
        Assert.That(_log.Messages("store.failed"), Has.Exactly(2).Items);
    }

    [Test]
    public void OneThatMadeRoomWhileTheStoreTookItCostsNoOther()
    {
        var waiting = new WaitingResults(null, _log);
        for (var n = 0; n < WaitingResults.MostInMemory; n++)
            waiting.Add(Result(n));
        var taken = waiting.First()!;
        waiting.Add(Result(WaitingResults.MostInMemory));
        waiting.Remove(taken);
        Assert.That(waiting.First()!.Record.RunId, Is.EqualTo("run-1"));
    }

    private static WaitingResult Result(int number) => new(Runs.Of(RunStatus.Passed, number));

    private static List<string> Taken(WaitingResults waiting)
    {
        var taken = new List<string>();
        for (; waiting.First() is { } result; waiting.Remove(result))
            taken.Add(result.Record.RunId);
        return taken;
    }
}
