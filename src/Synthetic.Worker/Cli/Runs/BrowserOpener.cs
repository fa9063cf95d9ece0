using Synthetic.Browser.Driving;
using Synthetic.Browser.Installing;
using Synthetic.Browser.Pooling;
using Synthetic.Worker.Cli.Scenarios;
using Synthetic.Worker.Hosting;

namespace Synthetic.Worker.Cli.Runs;

/// <summary>Evidence from a real browser.</summary>
internal sealed class BrowserOpener(TimeProvider time) : IEvidenceOpener
{
    public async Task<OpenEvidence> OpenAsync(
        WorkerSettings settings, bool headed, bool mayInstall, Action<string> say, CancellationToken ct)
    {
        var browser = await new BrowserProvisioning(time).FindOrInstallAsync(settings.Browser, headed, mayInstall, say, ct);
        var pool = new BrowserPool(new BrowserPoolOptions
        {
            BrowserPath = browser.Path,
            Headed = headed,
            Sandbox = Enum.Parse<SandboxMode>(settings.Sandbox, ignoreCase: true),
            WatchHost = settings.HostNoise,
            TimeProvider = time,
        });
        pool.Warm();
        var source = new BrowserEvidenceSource(pool, KnownScripts.Catalogue(), time, traces: settings.Otlp.Traces is not null);
        return new OpenEvidence(source) { Experiments = source, Browsers = pool };
    }
}
