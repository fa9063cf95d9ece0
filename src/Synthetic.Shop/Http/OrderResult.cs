using Microsoft.AspNetCore.Http;

namespace Synthetic.Shop;

/// <summary>How placing an order ended: with an order, or with a status and words for the visitor.</summary>
internal sealed record OrderResult(Order? Order, int Status, string Title, string Detail)
{
    internal static OrderResult EmptyCart { get; } =
        new(null, StatusCodes.Status409Conflict, "Your cart is empty", "Add something to your cart, then place the order.");

    internal static OrderResult Of(Order order) =>
        new(order, StatusCodes.Status201Created, "Order confirmed", $"Your order number is {NumberOf(order)}.");

    internal static OrderResult Failed(int status) =>
        new(null, status, "Order failed", "Something went wrong on our side. Nothing was ordered; please try again.");

    internal static string NumberOf(Order order) => $"A-{order.Id}";
}
