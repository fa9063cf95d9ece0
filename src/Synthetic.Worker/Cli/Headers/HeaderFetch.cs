using System.Globalization;
using System.Net;
using Synthetic.Core.Basics;

namespace Synthetic.Worker.Cli.Headers;

/// <summary>Gets the headers of an address.</summary>
internal sealed class HeaderFetch(TimeProvider time)
{
    private const int MostRedirects = 10;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <exception cref="HeaderFetchException">There was no answer within 10 s, or no end of redirects.</exception>
    public async Task<FetchedHeaders> FetchAsync(Uri url, Action<string> say, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.DefaultRequestHeaders.UserAgent.ParseAdd("synthetic");
        try
        {
            for (var redirects = 0; redirects <= MostRedirects; redirects++)
            {
                var began = time.GetTimestamp();
                using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, either.Token);
                var waited = time.GetElapsedTime(began).TotalMilliseconds;
                if (Next(url, response) is not { } next)
                    return Headers(url, response, waited);
                say(string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {PrintableAddress.Of(url)} -> {PrintableAddress.Of(next)} ({waited:0} ms)"));
                url = next;
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new HeaderFetchException($"{PrintableAddress.Of(url)} did not answer within {Limit.TotalSeconds:0} s");
        }
        catch (HttpRequestException error)
        {
            throw new HeaderFetchException($"{PrintableAddress.Of(url)} did not answer: {error.Message}");
        }

        throw new HeaderFetchException($"{PrintableAddress.Of(url)}: more than {MostRedirects} redirects");
    }

    private static Uri? Next(Uri url, HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect) || response.Headers.Location is not { } location)
            return null;
        var next = new Uri(url, location);
        return WebAddress.IsHttp(next) ? next : throw new HeaderFetchException($"{PrintableAddress.Of(url)} redirects to {PrintableAddress.Of(next)}, which is no web address");
    }

    private static FetchedHeaders Headers(Uri url, HttpResponseMessage response, double waitMs) => new()
    {
        Fields = response.Headers.TryGetValues("Server-Timing", out var fields) ? [.. fields] : [],
        Url = url,
        WaitMs = Math.Round(waitMs, 1),
        AllowsOtherOrigins = response.Headers.Contains("Timing-Allow-Origin"),
    };
}
