using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Synthetic.ServerTiming;

namespace Synthetic.Shop;

/// <summary>The pages, and the order by form. The page is told its products and cart at once, so nothing moves when they arrive.</summary>
internal sealed class Pages(ShopDatabase database, OrderDesk desk, Uri thirdParty)
{
    private readonly string _shop = Assets.ReadText("index.html");
    private readonly string _message = Assets.ReadText("message.html");

    internal void Map(IEndpointRouteBuilder app)
    {
        MapFile(app, "shop.css", "text/css; charset=utf-8");
        MapFile(app, "shop.js", "text/javascript; charset=utf-8");
        MapFile(app, "icon.svg", "image/svg+xml");
        app.MapGet("/", context => WriteAsync(context, _shop, StateOf(context)));
        app.MapPost("/orders", PlaceOrderAsync);
        app.MapGet("/orders/{id:long}/confirmation", ConfirmationAsync);
    }

    private async Task PlaceOrderAsync(HttpContext context)
    {
        var result = await desk.PlaceAsync(context, context.RequestServices.GetRequiredService<IServerTiming>());
        if (result.Order is not { } order)
        {
            await MessageAsync(context, result);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"/orders/{order.Id}/confirmation{context.Request.QueryString}";
    }

    private async Task ConfirmationAsync(HttpContext context)
    {
        var id = long.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);
        Order? order = null;
        if (Session.Find(context) is { } session)
        {
            using (context.RequestServices.GetRequiredService<IServerTiming>().Measure("db", "SQLite"))
                order = database.FindOrder(session, id);
        }

        await MessageAsync(context, order is null
            ? new OrderResult(null, StatusCodes.Status404NotFound, "Order not found", "There is no such order of yours.")
            : OrderResult.Of(order) with { Status = StatusCodes.Status200OK });
    }

    private Task MessageAsync(HttpContext context, OrderResult result)
    {
        var page = _message
            .Replace("{{title}}", HtmlEncoder.Default.Encode(result.Title), StringComparison.Ordinal)
            .Replace("{{detail}}", HtmlEncoder.Default.Encode(result.Detail), StringComparison.Ordinal)
            .Replace("{{kind}}", result.Order is null ? "failure" : "success", StringComparison.Ordinal);
        return WriteAsync(context, page, StateOf(context) with { Confirmation = result.Order is not null }, result.Status);
    }

    private PageState StateOf(HttpContext context)
    {
        using var measure = context.RequestServices.GetRequiredService<IServerTiming>().Measure("db", "SQLite");
        var cart = Session.Find(context) is { } session ? database.CartOf(session) : new Cart([]);
        return new(Catalogue.Products, cart, FaultEndpoints.ValuesOf(context.Faults()), new Uri(thirdParty, NeighbourApp.TagPath).ToString(), false);
    }

    private Task WriteAsync(HttpContext context, string page, PageState state, int status = 200)
    {
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'self'; connect-src 'self' {thirdParty.GetLeftPart(UriPartial.Authority)}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        // The serializer escapes < and >, so no product name can end the script element.
        var html = page
            .Replace("{{query}}", HtmlEncoder.Default.Encode(context.Request.QueryString.Value ?? ""), StringComparison.Ordinal)
            .Replace("{{state}}", JsonSerializer.Serialize(state, ShopJson.Default.PageState), StringComparison.Ordinal);
        return Answer.WriteAsync(context, Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", status);
    }

    private static void MapFile(IEndpointRouteBuilder app, string name, string contentType)
    {
        var bytes = Assets.Read(name);
        app.MapGet($"/{name}", context => Answer.WriteAsync(context, bytes, contentType));
    }
}
