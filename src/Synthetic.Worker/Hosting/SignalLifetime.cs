using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;
using Synthetic.Worker.Scheduling;

namespace Synthetic.Worker.Hosting;

/// <summary>SIGTERM and SIGINT: the first stops gracefully, the second cancels what runs.</summary>
internal sealed class SignalLifetime(IHostApplicationLifetime application, StopSignal stop) : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];
    private int _count;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT })
        {
            _signals.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                Signal();
            }));
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal void Signal()
    {
        if (Interlocked.Increment(ref _count) == 1)
            application.StopApplication();
        else
            stop.Cancel();
    }

    public void Dispose() => _signals.ForEach(signal => signal.Dispose());
}
