using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Synthetic.Benchmarks.WebVitalsPages;

/// <summary>The library's own test server at work, and the log into which it writes what its pages send.</summary>
internal sealed class PagesServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;
    private readonly string _log;

    private PagesServer(Process process, Uri uri, string log) => (_process, Uri, _log) = (process, uri, log);

    /// <summary>Where it is.</summary>
    public Uri Uri { get; }

    /// <exception cref="IOException">It does not come up.</exception>
    public static async Task<PagesServer> StartAsync(string folder)
    {
        var port = FreePort.Next();
        var start = new ProcessStartInfo("node", ["test/server.js"]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        var process = Process.Start(start)!;
        var up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // It prints every report: what nobody reads would fill the pipe and stop it.
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                up.TrySetException(new IOException("The library's test server ended; what it said is above."));
            else if (line.Data.Contains("running", StringComparison.Ordinal))
                up.TrySetResult();
        };
        process.BeginOutputReadLine();
        await up.Task.WaitAsync(Patience, TimeProvider.System);
        return new PagesServer(process, new Uri($"http://localhost:{port}/"), Path.Combine(folder, "test/beacons.log"));
    }

    /// <summary>Forgets what was sent so far.</summary>
    public void Clear()
    {
        using var log = new FileStream(_log, FileMode.Truncate);
    }

    /// <summary>What the pages of a run told, by when they began.</summary>
    /// <param name="documents">How many must: a page sends its account while it goes away.</param>
    /// <returns>Those that came, fewer where one never did.</returns>
    public async Task<IReadOnlyList<LibraryAccount>> AccountsAsync(int documents)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var accounts = Read();
            if (accounts.Count >= documents || TimeProvider.System.GetElapsedTime(begun) > Patience)
                return accounts;
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private IReadOnlyList<LibraryAccount> Read() =>
    [
        .. File.ReadAllText(_log).Split('\n')
            .Where(line => line.StartsWith("{\"account\"", StringComparison.Ordinal) && line.EndsWith('}'))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("account").Deserialize<LibraryAccount>(JsonSerializerOptions.Web)!)
            .OrderBy(account => account.Document),
    ];
}
