using System.Diagnostics;

namespace Synthetic.SystemTests.Driving;

/// <summary>A busy program for each processor, until it is disposed; a minute at the longest, should the tests die first.</summary>
internal sealed class Burners : IAsyncDisposable
{
    private readonly Process[] _processes =
    [
        .. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Process.Start("timeout", ["60", "sh", "-c", "while :; do :; done"])),
    ];

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
