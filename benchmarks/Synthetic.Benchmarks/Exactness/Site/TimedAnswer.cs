using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Synthetic.Benchmarks.Exactness.Site;

/// <summary>
/// Answers that take the time their address says: <c>?db=250&amp;cache=20</c> waits 270 ms and says so in Server-Timing.
/// <c>wait</c> sets the true wait, <c>transit</c> adds to it unsaid, <c>header</c> replaces what is said, a field each,
/// <c>download</c> spreads the body over a time, <c>tao</c> lets other origins read it; <c>status</c>, <c>type</c> and <c>body</c> are the answer's.
/// </summary>
internal static class TimedAnswer
{
    private static readonly HashSet<string> Orders = ["wait", "transit", "header", "download", "tao", "to", "n", "run", "status", "type", "body"];

    /// <summary>Waits, and sets the headers.</summary>
    public static async Task HeadAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var parts = query.Where(p => !Orders.Contains(p.Key)).Select(p => (Name: p.Key, Ms: Number(p.Value!))).ToArray();
        var wait = (query.ContainsKey("wait") ? Number(query["wait"]!) : parts.Sum(p => p.Ms)) + Number(query["transit"]);
        if (wait > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(wait), TimeProvider.System, http.RequestAborted);
        var header = query.ContainsKey("header") ? query["header"]
            : new StringValues(string.Join(", ", parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name};dur={p.Ms}"))));
        if (!StringValues.IsNullOrEmpty(header))
            http.Response.Headers["Server-Timing"] = header;
        if (query.ContainsKey("tao"))
            http.Response.Headers["Timing-Allow-Origin"] = "*";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.CacheControl = "no-store";
    }

    public static async Task WriteAsync(HttpContext http)
    {
        await HeadAsync(http);
        var query = http.Request.Query;
        if (query.ContainsKey("status"))
            http.Response.StatusCode = (int)Number(query["status"]);
        http.Response.ContentType = query.ContainsKey("type") ? query["type"].ToString() : "text/plain";
        await BodyAsync(http, query.ContainsKey("body") ? Encoding.UTF8.GetBytes(query["body"].ToString()) : "answer"u8.ToArray());
    }

    public static async Task WriteImageAsync(HttpContext http)
    {
        await HeadAsync(http);
        http.Response.ContentType = "image/svg+xml";
        await BodyAsync(http, "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='300'><rect width='400' height='300' fill='teal'/></svg>"u8.ToArray());
    }

    public static async Task WriteStyleAsync(HttpContext http)
    {
        await HeadAsync(http);
        http.Response.ContentType = "text/css";
        await BodyAsync(http, "#out { color: teal }"u8.ToArray());
    }

    public static async Task WriteModuleAsync(HttpContext http)
    {
        await HeadAsync(http);
        http.Response.ContentType = "text/javascript";
        await BodyAsync(http, "export default 1;"u8.ToArray());
    }

    public static async Task WriteFontAsync(HttpContext http)
    {
        await HeadAsync(http);
        http.Response.ContentType = "font/ttf";
        await BodyAsync(http, BoxFont.Bytes);
    }

    /// <summary>A page whose pieces come 300 ms after one another.</summary>
    public static async Task WritePiecesAsync(HttpContext http, params string[] pieces)
    {
        http.Response.ContentType = "text/html";
        http.Response.Headers["Server-Timing"] = "db;dur=1";
        foreach (var piece in pieces)
        {
            await http.Response.WriteAsync(piece, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, http.RequestAborted);
        }
    }

    private static async Task BodyAsync(HttpContext http, byte[] body)
    {
        var over = Number(http.Request.Query["download"]);
        const int Parts = 10;
        for (var i = 0; over > 0 && i < Parts; i++)
        {
            await http.Response.Body.WriteAsync(new byte[10_000].AsMemory(), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(TimeSpan.FromMilliseconds(over / Parts), TimeProvider.System, http.RequestAborted);
        }
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
