using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Synthetic.ServerTiming;

namespace Synthetic.Shop;

/// <summary>The JSON interface the page's script uses.</summary>
internal sealed class ApiEndpoints(ShopDatabase database, OrderDesk desk, FaultSwitch faults)
{
    // How slow a needless request is when no db fault says otherwise.
    private const int UsualQueryMs = 40;
    private const int LongestCheckName = 40;

    internal void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/products", context => Answer.JsonAsync(context, Catalogue.Products, ShopJson.Default.IReadOnlyListProduct));
        app.MapGet("/api/cart", context => Answer.JsonAsync(context, CartOf(context), ShopJson.Default.Cart));
        app.MapPost("/api/cart", AddToCartAsync);
        app.MapPost("/api/orders", PlaceOrderAsync);
        app.MapGet("/api/price", PriceAsync);
        app.MapGet("/api/checks/{name}", CheckAsync);
    }

    private Cart CartOf(HttpContext context) => Session.Find(context) is { } session ? database.CartOf(session) : new Cart([]);

    private async Task AddToCartAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } wanted)
            await Answer.ProblemAsync(context, 400, "Not understood", "Send JSON such as {\"productId\": 1, \"quantity\": 1}.");
        else if (Catalogue.Find(wanted.ProductId) is null)
            await Answer.ProblemAsync(context, 400, "Unknown product", $"There is no product {wanted.ProductId}.");
        else if (wanted.Quantity is < 1 or > 99)
            await Answer.ProblemAsync(context, 400, "Wrong quantity", $"The quantity must be 1 to 99, was {wanted.Quantity}.");
        else
        {
            Cart cart;
            using (Timing(context).Measure("db", "SQLite"))
                cart = database.AddToCart(Session.Begin(context), wanted.ProductId, wanted.Quantity);
            await Answer.JsonAsync(context, cart, ShopJson.Default.Cart);
        }
    }

    private async Task PlaceOrderAsync(HttpContext context)
    {
        var result = await desk.PlaceAsync(context, Timing(context));
        if (result.Order is not { } order)
        {
            await Answer.ProblemAsync(context, result.Status, result.Title, result.Detail);
            return;
        }

        context.Response.Headers.Location = $"/orders/{order.Id}/confirmation";
        await Answer.JsonAsync(context, new OrderAnswer(order.Id, OrderResult.NumberOf(order), order.Count, order.TotalCents), ShopJson.Default.OrderAnswer, result.Status);
    }

    private async Task PriceAsync(HttpContext context)
    {
        var price = await QueryAsync(context, 1);
        await Answer.JsonAsync(context, new PriceAnswer(1, price), ShopJson.Default.PriceAnswer);
    }

    private async Task CheckAsync(HttpContext context)
    {
        var name = (string)context.Request.RouteValues["name"]!;
        await QueryAsync(context, 1);
        await Answer.JsonAsync(context, new CheckAnswer(name[..Math.Min(name.Length, LongestCheckName)], true), ShopJson.Default.CheckAnswer);
    }

    private async Task<long> QueryAsync(HttpContext context, long productId)
    {
        var wanted = context.Faults().DbMs;
        using var measure = Timing(context).Measure("db", "SQLite");
        await faults.WaitAsync(wanted > 0 ? wanted : UsualQueryMs, context.RequestAborted);
        return database.PriceOf(productId);
    }

    private static IServerTiming Timing(HttpContext context) => context.RequestServices.GetRequiredService<IServerTiming>();

    private static async Task<CartRequest?> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, ShopJson.Default.CartRequest, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
