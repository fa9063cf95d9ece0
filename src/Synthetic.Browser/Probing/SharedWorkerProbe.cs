using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Probing;

/// <summary>
/// Asks workers for their requests that pages share: shared workers, and service workers. The driver gives no access to them, since they
/// belong to no page: they are reached over a session with the browser, which is opened for pages that have asked one something.
/// </summary>
/// <param name="documents">Takes the answers, also those that come late.</param>
/// <param name="time">The clock.</param>
internal sealed class SharedWorkerProbe(ProbedDocuments documents, TimeProvider time)
{
    private static readonly Dictionary<string, object> OnlyThem = new() { ["filter"] = new[] { new { type = "shared_worker" }, new { type = "service_worker" } } };

    /// <summary>The id of the one question that each is asked.</summary>
    private const int Question = 1;

    /// <summary>The ids that the workers' chunks have, by their targets'.</summary>
    private readonly ConcurrentDictionary<string, string> _ids = new();

    /// <summary>Asks those of a context, and waits for their answers no longer than they may take.</summary>
    /// <param name="browser">The context's browser.</param>
    /// <param name="page">A session with one of the context's pages.</param>
    /// <param name="atMost">How long to wait.</param>
    public async Task CollectAsync(IBrowser browser, ICDPSession page, TimeSpan atMost)
    {
        var session = await browser.NewBrowserCDPSessionAsync();
        var asked = AskAllAsync(session, page);
        BackgroundTask.Ignore(asked);
        // One that calculates for long does not answer before, and one may end meanwhile: then what it asked for stays unknown.
        await Task.WhenAny(asked, Task.Delay(atMost, time));
        BackgroundTask.Ignore(session.DetachAsync());
    }

    private async Task AskAllAsync(ICDPSession session, ICDPSession page)
    {
        var context = Text((await page.SendAsync("Target.getTargetInfo"))?.GetProperty("targetInfo"), "browserContextId");
        var workers = (await session.SendAsync("Target.getTargets", OnlyThem))?.GetProperty("targetInfos").EnumerateArray().ToArray() ?? [];
        await Task.WhenAll(workers.Where(w => Text(w, "browserContextId") == context).Take(BoundedAsking.AtOnce).Select(w => AskAsync(session, w)));
    }

    private async Task AskAsync(ICDPSession session, JsonElement info)
    {
        var target = Text(info, "targetId")!;
        var prefix = Text(info, "type") == "service_worker" ? DocumentEvidence.ServiceWorkerPrefix : DocumentEvidence.WorkerPrefix;
        var attached = await session.SendAsync("Target.attachToTarget", new Dictionary<string, object> { ["targetId"] = target, ["flatten"] = false });
        var worker = Text(attached, "sessionId")!;
        var id = _ids.GetOrAdd(target, _ => $"{prefix}{Guid.CreateVersion7()}");
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Event("Target.receivedMessageFromTarget").OnEvent += (_, answer) =>
        {
            if (Text(answer, "sessionId") == worker && TryRead(Text(answer, "message"), out var chunk))
            {
                if (chunk?.Id == id)
                    documents.Add(chunk);
                answered.TrySetResult();
            }
        };
        var question = JsonSerializer.Serialize(new
        {
            id = Question,
            method = "Runtime.evaluate",
            @params = new { expression = $"({ProbeScript.OfWorker})({JsonSerializer.Serialize(id)})", returnByValue = true },
        });
        await session.SendAsync("Target.sendMessageToTarget", new Dictionary<string, object> { ["sessionId"] = worker, ["message"] = question });
        await answered.Task;
    }

    /// <summary>Whether a message is the answer, which may be none of a probe's; others tell what the worker goes through.</summary>
    private static bool TryRead(string? message, out ProbeChunk? chunk)
    {
        using var parsed = JsonDocument.Parse(message ?? "{}");
        var answers = parsed.RootElement.TryGetProperty("id", out var id) && id.TryGetInt32(out var number) && number == Question;
        chunk = parsed.RootElement.TryGetProperty("result", out var result) && result.TryGetProperty("result", out var value) && Text(value, "value") is { } json
            ? ProbeChunk.Parse(json)
            : null;
        return answers;
    }

    private static string? Text(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
