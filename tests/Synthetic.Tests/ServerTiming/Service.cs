using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Synthetic.Core.ServerTiming;
using Synthetic.ServerTiming;

namespace Synthetic.Tests.ServerTiming;

/// <summary>A real service on a free loopback port that does one thing and reports its timing.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Service(WebApplication app) => _app = app;

    internal HttpClient Client { get; } = new();

    internal IServiceProvider Services => _app.Services;

    internal Uri Uri => new(_app.Urls.Single());

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    internal static async Task<Service> StartAsync(
        Func<HttpContext, IServerTiming, Task> work, Action<ServerTimingOptions>? options = null, Action<IServiceCollection>? services = null,
        TimeProvider? time = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddRoutingCore().AddLogging().AddServerTiming(options);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        try
        {
            app.UseServerTiming();
            app.MapGet("/", context => work(context, context.RequestServices.GetRequiredService<IServerTiming>()));
            await app.StartAsync();
            return new(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    internal Task<HttpResponseMessage> GetAsync() => Client.GetAsync(Uri);

    /// <summary>The metrics of one answer, by name.</summary>
    internal async Task<Dictionary<string, ServerTimingMetric>> MetricsAsync()
    {
        using var response = await GetAsync();
        return ServerTimingHeader.ParseAll(HeaderOf(response)).ToDictionary(m => m.Name);
    }

    internal static IEnumerable<string> HeaderOf(HttpResponseMessage response, string name = "Server-Timing") =>
        response.Headers.TryGetValues(name, out var fields) ? fields : [];
}
