using Microsoft.Data.Sqlite;

namespace Synthetic.SystemTests.Results;

/// <summary>What would read more the more is kept has an index: of ten million runs nobody sees it before it is slow.</summary>
[Parallelizable]
public sealed class StoreIndexTests
{
    [TestCase("SELECT run_id FROM runs WHERE status IS NOT NULL AND scenario = 'a' AND status = 'failed' ORDER BY started_at DESC, id DESC LIMIT 50",
        "SEARCH runs USING INDEX runs_by_scenario_and_status (scenario=? AND status=?)", TestName = "RunsOfAScenarioThatEndedSoAreFoundWithoutWalkingThroughThoseOfOthers")]
    [TestCase("SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM runs",
        "SCAN runs USING COVERING INDEX runs_by_age", TestName = "WhatAllRecordsTakeIsAddedUpWithoutReadingARun")]
    public async Task AnIndexServes(string question, string plan)
    {
        await using var stores = await StoreFixture.OpenAsync("sqlite");
        var address = await stores.NewAddressAsync();
        await (await StoreFixture.WorkerAsync(address, TimeProvider.System)).DisposeAsync();
        await using var connection = new SqliteConnection($"Data Source={address["sqlite:".Length..]};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is this test's own.
        command.CommandText = $"EXPLAIN QUERY PLAN {question}";
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        Assert.That(await rows.ReadAsync(), Is.True);
        Assert.That(rows.GetString(3), Is.EqualTo(plan));
    }
}
