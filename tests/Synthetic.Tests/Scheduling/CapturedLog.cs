using System.Buffers;
using System.Text.Json;
using Synthetic.Worker.Logging;

namespace Synthetic.Tests.Scheduling;

/// <summary>Keeps events and lets tests wait for them.</summary>
internal sealed class CapturedLog : IEventLog
{
    private readonly Lock _gate = new();
    private readonly List<(WorkerEvent Event, JsonElement Fields)> _events = [];
    private readonly List<(Func<bool> Holds, TaskCompletionSource Seen)> _waiters = [];

    public void Write(WorkerEvent what)
    {
        lock (_gate)
        {
            _events.Add((what, Fields(what)));
            foreach (var waiter in _waiters.Where(waiter => waiter.Holds()))
                waiter.Seen.TrySetResult();
        }
    }

    /// <summary>Names of the events so far, in order.</summary>
    public string[] Names
    {
        get
        {
            lock (_gate)
                return [.. _events.Select(one => one.Event.Name)];
        }
    }

    public string[] Messages(string name)
    {
        lock (_gate)
            return [.. _events.Where(one => one.Event.Name == name).Select(one => one.Event.Message)];
    }

    public JsonElement[] Of(string name)
    {
        lock (_gate)
            return [.. _events.Where(one => one.Event.Name == name).Select(one => one.Fields)];
    }

    /// <summary>Waits until there are so many events of a name.</summary>
    public async Task<JsonElement[]> WaitForAsync(string name, int count)
    {
        await WaitAsync(() => _events.Count(one => one.Event.Name == name) >= count);
        return Of(name);
    }

    /// <summary>Waits until there is an event of a name whose message begins so.</summary>
    public Task WaitForAsync(string name, string beginning) =>
        WaitAsync(() => _events.Any(one => one.Event.Name == name && one.Event.Message.StartsWith(beginning, StringComparison.Ordinal)));

    private async Task WaitAsync(Func<bool> holds)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (holds())
                seen.TrySetResult();
            _waiters.Add((holds, seen));
        }
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
    }

    private static JsonElement Fields(WorkerEvent what)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            what.Fields?.Invoke(json);
            json.WriteEndObject();
        }
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }
}
