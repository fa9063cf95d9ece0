using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Synthetic.Shop;

/// <summary>Reads and switches the faults while the shop runs.</summary>
internal static class FaultEndpoints
{
    internal const string Path = "/faults";

    internal static void MapFaults(this IEndpointRouteBuilder app, FaultSwitch faults)
    {
        app.MapGet(Path, context => Answer.JsonAsync(context, ValuesOf(faults.Current), ShopJson.Default.DictionaryStringInt32));
        app.MapPut(Path, context => PutAsync(context, faults));
    }

    /// <summary>Every key with its value, 0 for what is off.</summary>
    internal static Dictionary<string, int> ValuesOf(FaultSet faults) => FaultKey.All.ToDictionary(k => k.Name, k => k.Get(faults));

    // What is not named is off: so the same request gives the same shop, whatever was set before.
    private static async Task PutAsync(HttpContext context, FaultSwitch faults)
    {
        var pairs = context.Request.Query.SelectMany(q => q.Value.Select(v => $"{q.Key}={v}"));
        if (context.Request.HasFormContentType)
            pairs = pairs.Concat((await context.Request.ReadFormAsync(context.RequestAborted)).SelectMany(f => f.Value.Select(v => $"{f.Key}={v}")));

        if (!FaultSet.TryParse(pairs, out var wanted, out var error))
        {
            await Answer.ProblemAsync(context, StatusCodes.Status400BadRequest, "Unknown fault", error);
            return;
        }

        faults.Current = wanted;
        await Answer.JsonAsync(context, ValuesOf(wanted), ShopJson.Default.DictionaryStringInt32);
    }
}
