using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Probing;

/// <summary>Asks workers for their requests: no init script gets there.</summary>
/// <param name="documents">Takes the answers, also those that come late.</param>
/// <param name="time">The clock.</param>
internal sealed class WorkerProbe(ProbedDocuments documents, TimeProvider time)
{
    private readonly ConditionalWeakTable<IWorker, AskedWorker> _asked = [];

    /// <summary>Asks a worker, and waits for its answer no longer than it may take.</summary>
    public async Task CollectAsync(IWorker worker, TimeSpan atMost)
    {
        var asked = _asked.GetValue(worker, _ => new AskedWorker());
        // One that calculates for minutes, or sleeps until it is called, is waited for once. If it answers, that still counts.
        if (!asked.Answer.IsCompleted)
            return;
        asked.Answer = AskAsync(worker, asked.Id);
        await Task.WhenAny(asked.Answer, Task.Delay(atMost, time));
    }

    private async Task AskAsync(IWorker worker, string id)
    {
        try
        {
            if (await worker.EvaluateAsync<string?>(ProbeScript.OfWorker, id) is { } json && ProbeChunk.Parse(json) is { } chunk && chunk.Id == id)
                documents.Add(chunk);
        }
        // The boundary between the page under test and us: it has ended, or it makes the driver throw. What it asked for, the
        // network saw too.
        catch (Exception)
        {
        }
    }

    /// <summary>A worker, by the id that its chunks have, and its latest answer: under way until it has given it.</summary>
    private sealed class AskedWorker
    {
        public string Id { get; } = $"{DocumentEvidence.WorkerPrefix}{Guid.CreateVersion7()}";

        public Task Answer { get; set; } = Task.CompletedTask;
    }
}
