using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Synthetic.SystemTests.Driving.EveryKey;

/// <summary>The site that keys.json is for: for each key there is something to see, which is not there without it.</summary>
internal sealed class KeySite
{
    private const string Order = """
        <p id=order></p> <p id=seen></p> <input id=amount value=3> <ul><li>a<li>b<li>c</ul> <div id=menu aria-expanded=true>menu</div> <button id=buy>Buy</button> <button id=cancel disabled>Cancel</button>
        <script>
          sessionStorage.seen = Number(sessionStorage.seen ?? 0) + 1;
          seen.textContent = `seen ${sessionStorage.seen} times`;
          (async () => order.textContent = `Order ${await (await fetch('/api' + location.pathname)).text()}: ${decodeURIComponent(location.search.slice(1))}`)();
        </script>
        """;

    private const string You = """
        <meta name=viewport content="width=device-width"><p id=told></p> <button aria-label=Go>1</button> <button aria-label=Go>2</button> <p id=touched></p> <script src="/ads/track.js"></script>
        <script>
          for (const button of document.querySelectorAll('button')) button.ontouchstart = () => touched.textContent = 'touched ' + button.textContent;
          const place = new Promise(done => navigator.geolocation.getCurrentPosition(p => done(`${p.coords.latitude} ${p.coords.longitude}`), () => done('nowhere')));
          (async () => told.textContent = server + ' | ' + [
            `${innerWidth} x ${innerHeight} at ${devicePixelRatio}`, navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone, await place,
            matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light', (await navigator.permissions.query({ name: 'clipboard-read' })).state,
            localStorage.theme ?? 'no theme', window.tracked ? 'ads' : 'no ads'].join(', '))();
        </script>
        """;

    private const string SmallShop = """
        <button id=add-to-cart onclick="n.textContent = '1 item'">Add</button> <button id=place-order onclick="n.textContent = 'Order confirmed'">Order</button> <p id=n></p>
        """;

    private int _failed;

    /// <summary>The folder of keys.json and of what it names.</summary>
    public static string Folder { get; } = Path.GetDirectoryName(Here())!;

    /// <summary>What was sent before the steps and after them.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    public void Map(WebApplication app)
    {
        app.MapGet("/", () => TypedResults.Text(File.ReadAllText(Path.Combine(Folder, "shop.html")), "text/html"));
        app.MapGet("/help", () => TestSite.Page("<button onclick='state.textContent = `closed`'>Close</button><p id=state></p>"));
        app.MapPost("/api/orders", (HttpResponse response) =>
        {
            response.Headers["Server-Timing"] = "db;dur=1.5";
            return TypedResults.Text("""{ "order": { "id": 4711 } }""", "application/json");
        });
        app.MapGet("/orders/{id}", () => TestSite.Page(Order));
        app.MapGet("/api/orders/{id}", (string id) => id);
        app.MapGet("/you", (HttpRequest request) => YouPage(request));
        app.MapGet("/ads/track.js", () => TypedResults.Text("window.tracked = true", "text/javascript"));
        app.MapGet("/api/token", () => TypedResults.Text("""{ "token": { "value": "c-7" } }""", "application/json"));
        app.MapMethods("/api/{**path}", ["POST", "DELETE", "PUT", "PATCH"], async (string path, HttpRequest request) =>
        {
            Calls.Enqueue($"{request.Method} {path} {request.Headers.Authorization} {await new StreamReader(request.Body).ReadToEndAsync()}".TrimEnd());
            return TypedResults.NoContent();
        });
        app.MapGet("/fails-once", () => Interlocked.Exchange(ref _failed, 1) == 0 ? TypedResults.StatusCode(500) : TestSite.Page("welcome"));
        app.MapGet("/small-shop", () => TestSite.Page(SmallShop));
    }

    private static IResult YouPage(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString() is not ['B', 'a', 's', 'i', 'c', ' ', .. var encoded])
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Basic realm=\"shop\"";
            return TypedResults.StatusCode(401);
        }
        var user = Encoding.UTF8.GetString(Convert.FromBase64String(encoded)).Split(':')[0];
        return TestSite.Page($"<script>const server = '{user}, {request.Headers["X-Monitor"]}, {request.Headers.UserAgent}, consent={request.Cookies["consent"]}'</script>{You}");
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
