using Microsoft.AspNetCore.Http;

namespace Synthetic.Shop;

/// <summary>Keeps the faults of a request with the request.</summary>
internal static class FaultContext
{
    internal static FaultSet Faults(this HttpContext context) => context.Features.Get<FaultSet>() ?? FaultSet.None;

    internal static void SetFaults(this HttpContext context, FaultSet faults) => context.Features.Set(faults);

    /// <summary>Whether this request places an order: by script, or by the page's form.</summary>
    internal static bool PlacesOrder(this HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && (request.Path == "/api/orders" || request.Path == "/orders");
}
