using Synthetic.Core.Reporting;
using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Reporting;

/// <summary>Every sink and notifier, each in its own time.</summary>
internal sealed class Outputs : IDisposable
{
    private readonly TimeProvider _time;
    private readonly SinkOutput[] _sinks;
    private readonly NotifierOutput[] _notifiers;

    public Outputs(IEnumerable<IRunSink> sinks, IEnumerable<INotifier> notifiers, IRunStore store, TimeProvider time, IEventLog log)
    {
        _time = time;
        _sinks = [.. sinks.Select(sink => new SinkOutput(sink, time, log))];
        _notifiers = [.. notifiers.Select(notifier => new NotifierOutput(notifier, store, time, log))];
        Notifiers = notifiers.ToDictionary(notifier => notifier.Name, notifier => notifier.Wait, StringComparer.Ordinal);
    }

    /// <summary>The notifiers by name, and how long each waits for more of a cause.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Notifiers { get; }

    /// <summary>Hands a report to every sink, and has what waits in the store delivered; waits for neither.</summary>
    public void Post(RunReport report)
    {
        foreach (var sink in _sinks)
            sink.Post(report);
        if (report.Alerts.Count > 0)
            Deliver();
    }

    /// <summary>Has what waits in the store delivered: what another worker left, too.</summary>
    public void Deliver()
    {
        foreach (var notifier in _notifiers)
            _ = notifier.DeliverAsync();
    }

    /// <summary>Waits until every sink has taken the reports so far, but no longer than a given time.</summary>
    public Task TakenAsync(TimeSpan longest) => BoundAsync(_sinks.Select(sink => sink.Taken), longest);

    /// <summary>Waits a given time at most for what is under way, tries what failed once more, and says what is left.</summary>
    public async Task CloseAsync(TimeSpan longest)
    {
        await BoundAsync([.. _sinks.Select(sink => sink.Taken), .. _notifiers.Select(notifier => notifier.DeliverLastAsync())], longest);
        foreach (var sink in _sinks)
            sink.Close();
        await BoundAsync(_notifiers.Select(notifier => notifier.CloseAsync()), longest);
    }

    public void Dispose() => Array.ForEach(_notifiers, notifier => notifier.Dispose());

    private async Task BoundAsync(IEnumerable<Task> tasks, TimeSpan longest) =>
        await Task.WhenAll(tasks).WaitAsync(longest, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
