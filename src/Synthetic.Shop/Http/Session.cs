using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Synthetic.Shop;

/// <summary>Knows a visitor again by a cookie.</summary>
internal static class Session
{
    private const string Cookie = "shop-session";
    private const int Length = 32;

    /// <summary>The visitor's session; null for one who has none, or a wrong one.</summary>
    internal static string? Find(HttpContext context) =>
        context.Request.Cookies[Cookie] is { Length: Length } session && session.All(char.IsAsciiHexDigitLower) ? session : null;

    /// <summary>The visitor's session, begun now if need be.</summary>
    internal static string Begin(HttpContext context)
    {
        if (Find(context) is { } session)
            return session;
        session = RandomNumberGenerator.GetHexString(Length, lowercase: true);
        context.Response.Cookies.Append(Cookie, session, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" });
        return session;
    }
}
