using System.Runtime.InteropServices;

namespace Synthetic.Worker.Cli;

/// <summary>Ctrl+C and SIGTERM: the first asks to stop, so that a run can hand in what it has; the second kills.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly List<PosixSignalRegistration> _signals = [];

    public Interruption(CancellationToken outer)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(outer);
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
            _signals.Add(PosixSignalRegistration.Create(signal, Handle));
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _stop.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = !_stop.IsCancellationRequested;
        // Not here: what is cancelled must not hold up the signal's thread, or a second one would wait for it.
        ThreadPool.QueueUserWorkItem(static stop => stop.Cancel(), _stop, preferLocal: false);
    }
}
