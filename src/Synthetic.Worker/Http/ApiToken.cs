using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Synthetic.Core.Secrets;

namespace Synthetic.Worker.Http;

/// <summary>Lets only those change something who know the token.</summary>
/// <param name="token">The token; <c>null</c> where nobody may.</param>
internal sealed class ApiToken(Secret? token) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (token is null)
            return TypedResults.Problem("nothing can be changed over HTTP: the worker has no SYNTHETIC_API_TOKEN", statusCode: StatusCodes.Status403Forbidden);
        const string Scheme = "Bearer ";
        var given = context.HttpContext.Request.Headers.Authorization.ToString();
        if (given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && Same(given[Scheme.Length..].Trim(), token.Reveal()))
            return await next(context);
        context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem("this needs the header Authorization: Bearer with the worker's SYNTHETIC_API_TOKEN", statusCode: StatusCodes.Status401Unauthorized);
    }

    // In a time that does not tell how much of it is right.
    private static bool Same(string given, string wanted) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(wanted)));
}
