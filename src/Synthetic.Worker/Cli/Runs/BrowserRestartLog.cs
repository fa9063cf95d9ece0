using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Synthetic.Browser.Pooling;
using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Cli.Runs;

/// <summary>Writes a <c>browser.restarted</c> line whenever the pool replaces its browser.</summary>
internal sealed class BrowserRestartLog(BrowserPool pool, IEventLog log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        pool.Restarted += Write;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        pool.Restarted -= Write;
        return Task.CompletedTask;
    }

    private void Write(BrowserRestart restart)
    {
        // Its runs served, or its memory used up: that is the plan. The rest is trouble.
        var planned = restart.Reason is BrowserRestartReason.Runs or BrowserRestartReason.Memory;
        log.Write(new WorkerEvent(
            "browser.restarted", planned ? LogLevel.Information : LogLevel.Warning, $"browser replaced: {restart.Detail}")
        {
            Fields = json =>
            {
                json.WriteString("reason", restart.Reason.ToString().ToLowerInvariant());
                json.WriteNumber("runs", restart.Runs);
            },
        });
    }
}
