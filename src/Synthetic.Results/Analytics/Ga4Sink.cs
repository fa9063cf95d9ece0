using System.Net.Http.Headers;
using System.Text;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Secrets;

namespace Synthetic.Results.Analytics;

/// <summary>Forwards each run's vitals and its servers' components to Google Analytics.</summary>
/// <param name="target">Where to.</param>
/// <param name="redactor">Hides secrets.</param>
public sealed class Ga4Sink(Ga4Target target, Redactor redactor) : IRunSink, IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <inheritdoc/>
    /// <exception cref="HttpRequestException">It was not taken; the message has no secret. Google answers 2xx to events that are no good, too.</exception>
    public async Task AcceptAsync(RunReport report, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.WasReported || report.Record.Status is RunStatus.Missed or RunStatus.Aborted)
            return;
        foreach (var message in Ga4Events.MessagesOf(report.Record))
        {
            using var content = new StringContent(redactor.RedactJson(message.ToJsonString()), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            using var response = await _client.PostAsync(target.Address, content, ct);
            if (!response.IsSuccessStatusCode)
                throw new HttpRequestException($"Google Analytics answered {(int)response.StatusCode}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
