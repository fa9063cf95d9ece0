using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Synthetic.ServerTiming;

/// <summary>Adds <c>Server-Timing</c> to a service.</summary>
public static class ServerTimingExtensions
{
    /// <summary>Makes <see cref="IServerTiming"/> available to each request. It takes <see cref="TimeProvider"/> from the services, or the system's.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Changes the options; by default they stay as they are.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="OptionsValidationException">Thrown by <see cref="UseServerTiming"/> when an option is out of its range.</exception>
    public static IServiceCollection AddServerTiming(this IServiceCollection services, Action<ServerTimingOptions>? configure = null)
    {
        services.AddOptions<ServerTimingOptions>().Configure(configure ?? (_ => { }));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ServerTimingOptions>, ServerTimingOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<RequestTiming>();
        services.TryAddScoped<IServerTiming>(provider => provider.GetRequiredService<RequestTiming>());
        return services;
    }

    /// <summary>
    /// Writes the header. Put it first: time spent in what stands before it is in no metric, not even in <c>total</c>.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <returns>The same application.</returns>
    /// <exception cref="OptionsValidationException">An option is out of its range; the message names each.</exception>
    public static IApplicationBuilder UseServerTiming(this IApplicationBuilder app)
    {
        // Read now, so that a wrong option stops the start and not the first request.
        _ = app.ApplicationServices.GetRequiredService<IOptions<ServerTimingOptions>>().Value;
        return app.UseMiddleware<ServerTimingMiddleware>();
    }

    /// <summary>
    /// Adds what the called service reports about itself to the current request, as parts of <paramref name="prefix"/>.
    /// See <see cref="ServerTimingRollupHandler"/>.
    /// </summary>
    /// <param name="builder">The client whose responses are read.</param>
    /// <param name="prefix">The name of the called service: <c>payments</c>. A token.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The prefix is no token.</exception>
    public static IHttpClientBuilder AddServerTimingRollup(this IHttpClientBuilder builder, string prefix)
    {
        MetricName.Require(prefix, nameof(prefix));
        builder.Services.AddHttpContextAccessor();
        return builder.AddHttpMessageHandler(provider =>
            new ServerTimingRollupHandler(prefix, provider.GetRequiredService<IHttpContextAccessor>()));
    }
}
