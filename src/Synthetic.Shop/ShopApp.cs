using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Synthetic.ServerTiming;

namespace Synthetic.Shop;

/// <summary>Puts the shop's application together.</summary>
internal static class ShopApp
{
    internal static WebApplication Build(ShopOptions options, ShopDatabase database, FaultSwitch faults, Uri neighbour)
    {
        var builder = LoopbackApp.Create(options.Port, options.TimeProvider);
        builder.Services.AddLogging();
        builder.Services.AddServerTiming(o => o.Enabled = context => !context.Faults().NoHeader);
        builder.Services.AddHttpClient(Neighbour.Name, client => client.BaseAddress = neighbour).AddServerTimingRollup(Neighbour.Name);
        builder.Services.AddSingleton<Neighbour>().AddSingleton(database).AddSingleton(faults).AddSingleton<OrderDesk>();

        var app = builder.Build();
        app.UseMiddleware<TraceMiddleware>();
        app.UseMiddleware<FaultMiddleware>();
        app.UseMiddleware<BloatMiddleware>();
        app.UseServerTiming();
        app.MapFaults(faults);
        ActivatorUtilities.CreateInstance<ApiEndpoints>(app.Services).Map(app);
        ActivatorUtilities.CreateInstance<Pages>(app.Services, neighbour).Map(app);
        return app;
    }
}
