using System.Net.Http.Headers;
using System.Text;
using Synthetic.Core.Alerting;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Worker.Reporting;

/// <summary>Posts an alert as JSON to an address. Every answer but 2xx is a failure; redirects are not followed: the body was meant for this address.</summary>
internal sealed class WebhookNotifier(Notifier settings, Redactor redactor) : INotifier, IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        // An address that moves is looked up again.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public string Name => settings.Name;

    public async Task NotifyAsync(OutboxMessage message, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url!.Reveal())
        {
            Content = new StringContent(redactor.RedactJson(AlertJson.Write(message.Alert)), Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Add("Idempotency-Key", message.Key);
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"it answered {(int)response.StatusCode}");
    }

    public void Dispose() => _client.Dispose();
}
