using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Results.Notifiers;

/// <summary>Posts a body of JSON to an address. Every answer but 2xx is a failure; redirects are not followed: the body was meant for this address.</summary>
internal abstract class HttpNotifier(Notifier settings, Redactor redactor) : INotifier, IDisposable
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

    public TimeSpan Wait => settings.Wait;

    protected Notifier Settings => settings;

    protected Redactor Redactor => redactor;

    protected virtual string Address => settings.Url!.Reveal();

    public async Task NotifyAsync(OutboxMessage message, CancellationToken ct)
    {
        var body = Body(message);
        using var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Add("Idempotency-Key", message.Key);
        Sign(request, message, body);
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if (response.IsSuccessStatusCode)
            return;
        var answer = $"it answered {(int)response.StatusCode}";
        throw RetryAfter(response) is { } wait ? new ReceiverBusyException($"{answer}, and asks to be left alone for {wait.TotalSeconds:0} s", wait) : new HttpRequestException(answer);
    }

    public void Dispose() => _client.Dispose();

    /// <summary>What is posted: JSON without secrets, but for those that the receiver is to have.</summary>
    protected abstract string Body(OutboxMessage message);

    /// <summary>Adds to a request what proves whom it is from.</summary>
    protected virtual void Sign(HttpRequestMessage request, OutboxMessage message, string body)
    {
    }

    /// <summary>JSON as text, without secrets; characters that need no escape have none.</summary>
    protected string Clean(JsonNode node) => redactor.RedactJson(node.ToJsonString(Readable));

    // RFC 9110, section 10.2.3: seconds, or an instant, which is one of the receiver's clock.
    private static TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) || response.Headers.RetryAfter is not { } after)
            return null;
        var wait = after.Delta ?? (after.Date - response.Headers.Date);
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
