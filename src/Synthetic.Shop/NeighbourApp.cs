using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Synthetic.ServerTiming;

namespace Synthetic.Shop;

/// <summary>
/// The services around the shop, on a port of their own: <c>/charge</c> is called by the shop, <c>/tag</c> by the page
/// as another origin. Both wait as long as they are told and report it.
/// </summary>
internal static class NeighbourApp
{
    internal const string TagPath = "tag";
    private const int MostMs = 60_000;

    internal static WebApplication Build(TimeProvider time)
    {
        var builder = LoopbackApp.Create(0, time);
        builder.Services.AddServerTiming(o => o.Enabled = context => context.Request.Query["no-header"] != "1");
        var app = builder.Build();
        app.UseServerTiming();
        app.MapGet("/charge", context => AnswerAsync(context, "db", time));
        app.MapGet($"/{TagPath}", context =>
        {
            // Readable for scripts, but without Timing-Allow-Origin: that is what most third parties do.
            context.Response.Headers.AccessControlAllowOrigin = "*";
            return AnswerAsync(context, "ads", time);
        });
        return app;
    }

    private static async Task AnswerAsync(HttpContext context, string metric, TimeProvider time)
    {
        _ = int.TryParse(context.Request.Query["wait"], CultureInfo.InvariantCulture, out var ms);
        using (context.RequestServices.GetRequiredService<IServerTiming>().Measure(metric))
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Clamp(ms, 0, MostMs)), time, context.RequestAborted);
        await Answer.JsonAsync(context, new CheckAnswer(metric, true), ShopJson.Default.CheckAnswer);
    }
}
