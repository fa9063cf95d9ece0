using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Synthetic.Core.ServerTiming;

namespace Synthetic.ServerTiming;

/// <summary>
/// Carries the <c>Server-Timing</c> of a called service over to the current request: its <c>db</c> becomes
/// <c>payments.db</c>, and the whole call becomes <c>payments</c>. Outside a request it does nothing.
/// </summary>
/// <param name="prefix">The name of the called service: <c>payments</c>. A token.</param>
/// <param name="contexts">Finds the current request.</param>
/// <exception cref="ArgumentException">The prefix is no token.</exception>
/// <remarks>
/// The call counts until its response headers are there, or until it fails. What the response sends as a trailer is
/// not read. Calls that run side by side add up, so <c>payments</c> may be longer than the request.
/// </remarks>
public sealed class ServerTimingRollupHandler(string prefix, IHttpContextAccessor contexts) : DelegatingHandler
{
    // A wrong duration in another service's header must neither overflow nor crowd out our own metrics.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly string _prefix = Required(prefix);

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (contexts.HttpContext?.RequestServices.GetService<IServerTiming>() is not { } timing)
            return await base.SendAsync(request, cancellationToken);

        HttpResponseMessage response;
        using (timing.Measure(_prefix))
            response = await base.SendAsync(request, cancellationToken);
        AddParts(timing, response);
        return response;
    }

    private void AddParts(IServerTiming timing, HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Server-Timing", out var fields))
            return;
        foreach (var metric in ServerTimingHeader.ParseAll(fields))
        {
            var name = $"{_prefix}.{metric.Name}";
            if (MetricName.IsValid(name))
                timing.Add(name, TimeSpan.FromMilliseconds(Math.Clamp(metric.Ms, 0, Longest.TotalMilliseconds)), Text(metric.Description));
        }
    }

    private static string? Text(string description) => description.Length == 0 ? null : description;

    private static string Required(string prefix)
    {
        MetricName.Require(prefix, nameof(prefix));
        return prefix;
    }
}
