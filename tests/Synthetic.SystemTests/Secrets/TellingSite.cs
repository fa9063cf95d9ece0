using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Synthetic.SystemTests.Driving;

namespace Synthetic.SystemTests.Secrets;

/// <summary>A shop that shows and sends on what it was given, in every form, wherever a page can; and a webhook that keeps what it gets.</summary>
internal sealed class TellingSite(IReadOnlyList<Canary> canaries) : IAsyncDisposable
{
    private readonly List<string> _delivered = [];
    private readonly TaskCompletionSource _gotAll = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> _got = new();
    private TestSite _site = null!;

    public Uri Uri => _site.Uri;

    /// <summary>Bodies and headers that came to the webhook.</summary>
    public IReadOnlyList<string> Delivered
    {
        get
        {
            lock (_delivered)
                return [.. _delivered];
        }
    }

    /// <summary>Ends when the browser has sent every canary: a search for what nobody got would show nothing.</summary>
    public Task GotAll => _gotAll.Task;

    public async Task StartAsync() => _site = await TestSite.StartAsync(app =>
    {
        app.MapGet("/shop/{path}", Page);
        app.MapGet("/api/{**rest}", (Delegate)AnswerAsync);
        app.MapPost("/hook/{key}", DeliverAsync);
        app.MapGet("/missing/{path}", (HttpContext http) => Failing(http));
    });

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private IResult Page(HttpContext http)
    {
        Note(http);
        Tell(http);
        http.Response.Cookies.Append("session", canaries[0].SentInHeaders.First());
        var forms = JsonSerializer.Serialize(canaries.SelectMany(canary => canary.Sent));
        return TestSite.Page($$"""
            <input id=field name=field><button id=go>go</button><p id=out></p><div id=text></div>
            <script>
              const forms = {{forms}};
              document.cookie = 'again=' + encodeURIComponent(forms[0]);
              document.title = forms.join(' ');
              text.textContent = forms.join(' ');
              go.onclick = async () => {
                go.className = field.value; go.name = btoa(unescape(encodeURIComponent(field.value)));
                forms.push(field.value);
                for (const form of forms) {
                  console.error('rejected ' + form);
                  // Cut by whoever limits the length of a text, in the middle of the secret.
                  for (const limit of [300, 500, 1000, 2000, 4000, 8192, 20000]) console.error('x'.repeat(limit - 9) + form);
                }
                console.error(forms[0].repeat(2000));
                history.pushState({}, '', '?at=' + encodeURIComponent(forms[0]) + '#' + forms[2]);
                // A bare # would end the address in the middle of the secret: what a page cuts by itself is nobody's to find.
                await Promise.all(forms.map((form, n) => fetch('/api/' + encodeURIComponent(form) + '?q=' + form.replaceAll('#', '%23') + '&n=' + n, { headers: { 'X-Token': encodeURIComponent(form) } }).catch(() => 0)));
                await fetch('/api/slow?' + new URLSearchParams({ token: field.value }));
                const script = document.createElement('script');
                script.src = '/api/' + forms[2] + '.js';
                document.body.append(script);
                document.querySelector('#out').textContent = 'thanks ' + field.value;
              };
            </script>
            """);
    }

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        Note(http);
        Tell(http);
        if (http.Request.Path.Value!.EndsWith("slow", StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, http.RequestAborted);
        return TypedResults.Content(string.Join('\n', canaries.SelectMany(canary => canary.Sent)));
    }

    private static IResult Failing(HttpContext http)
    {
        http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpResponseFeature>()!.ReasonPhrase = Uri.EscapeDataString(http.Request.Path.Value!.Replace("/missing/", ""));
        return TypedResults.StatusCode(500);
    }

    private async Task DeliverAsync(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body, Encoding.UTF8);
        var text = await body.ReadToEndAsync(http.RequestAborted) + string.Join('\n', http.Request.Headers.Select(header => $"{header.Key}: {header.Value}"));
        lock (_delivered)
            _delivered.Add(text);
    }

    private void Note(HttpContext http)
    {
        var request = Uri.UnescapeDataString($"{http.Request.Path}{http.Request.QueryString}").Replace('+', ' ') + http.Request.Headers.UserAgent;
        foreach (var canary in canaries.Where(canary => request.Contains(canary.Value.Replace('+', ' '), StringComparison.Ordinal)))
            _got[canary.Variable] = true;
        if (_got.Count == canaries.Count)
            _gotAll.TrySetResult();
    }

    private void Tell(HttpContext http)
    {
        // Names of metrics are tokens: what Base64 for addresses makes of a value is one.
        var tokens = canaries.SelectMany(canary => canary.Sent).Where(form => form.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
        http.Response.Headers["Server-Timing"] = string.Join(", ", canaries.SelectMany(canary => canary.SentInHeaders).Select((form, n) => $"m{n};dur=1;desc=\"{form}\"")
            .Concat(tokens.Select(token => $"{token};dur=150")).Append("db;dur=190"));
        http.Response.Headers["Timing-Allow-Origin"] = "*";
    }
}
