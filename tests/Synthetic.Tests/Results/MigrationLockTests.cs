using Synthetic.Results.Databases;

namespace Synthetic.Tests.Results;

/// <summary>The lock under which a SQLite file's tables are made.</summary>
[Parallelizable]
[CancelAfter(60_000)]
internal sealed class MigrationLockTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("migration-lock-").FullName;

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, true);

    [Test]
    public async Task HoweverOftenItChangesHandsNoTwoHoldItAtOnce(CancellationToken ct)
    {
        var path = Path.Combine(_folder, "synthetic.db");
        var (holders, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                await using var database = new SqliteDatabase(path);
                for (var n = 0; n < 200; n++)
                {
                    await using (await database.LockMigrationsAsync(new NoWaiting(), ct))
                    {
                        most = Math.Max(most, Interlocked.Increment(ref holders));
                        await Task.Yield();
                        Interlocked.Decrement(ref holders);
                    }
                }
            },
            ct)));
        Assert.That(most, Is.EqualTo(1));
    }

    /// <summary>A clock on which whatever is waited for is over at once, so that the lock changes hands as often as it can.</summary>
    private sealed class NoWaiting : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
