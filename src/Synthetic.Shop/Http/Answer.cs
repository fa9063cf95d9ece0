using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Synthetic.Shop;

/// <summary>Writes answers. None may be cached: a cached answer would hide the fault that is to be seen.</summary>
internal static class Answer
{
    internal static Task JsonAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type, int status = 200) =>
        WriteAsync(context, JsonSerializer.SerializeToUtf8Bytes(value, type), "application/json", status);

    internal static Task ProblemAsync(HttpContext context, int status, string title, string detail) =>
        WriteAsync(context, JsonSerializer.SerializeToUtf8Bytes(new Problem(title, status, detail), ShopJson.Default.Problem), "application/problem+json", status);

    internal static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body, string contentType, int status = 200)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
