using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Synthetic.Core.Records;

namespace Synthetic.SystemTests.Driving;

/// <summary>What happens before the first step and after the last one, and what the browser is told.</summary>
[Parallelizable(ParallelScope.All)]
[CancelAfter(120_000)]
public sealed class SettingUpTests : SiteFixture
{
    private const string Page = """
        <p id=told></p> <script src="/ads/track.js"></script>
        <script>
          const tell = async () => told.textContent = [
            navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone, matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
            window.tracked ? 'tracked' : 'untracked', localStorage.theme ?? 'no theme', document.cookie,
            await new Promise(done => navigator.geolocation.getCurrentPosition(p => done(p.coords.latitude), e => done('nowhere'))),
          ].join(' | ');
          tell();
        </script>
        """;

    private readonly ConcurrentQueue<string> _calls = new();

    protected override void Map(WebApplication app)
    {
        app.MapGet("/", (HttpRequest request) => TestSite.Page($"<p>{request.Headers["X-Monitor"]} {request.Cookies["session"]}</p>{Page}"));
        app.MapGet("/ads/track.js", () => TypedResults.Text("window.tracked = true", "text/javascript"));
        app.MapGet("/locked", (HttpRequest request) => request.Headers.Authorization.Count > 0
            ? TestSite.Page("<p>unlocked</p>")
            : Unauthorized(request));
        app.MapPost("/api/login", (HttpResponse response) =>
        {
            response.Cookies.Append("session", "logged-in");
            return TypedResults.Text("""{ "token": { "value": "t-1" } }""", "application/json");
        });
        app.Map("/api/calls/{name}", async (string name, HttpRequest request) =>
        {
            _calls.Enqueue($"{request.Method} {name} {request.Headers["X-Token"]} {await new StreamReader(request.Body).ReadToEndAsync()}".TrimEnd());
            return name == "broken" ? (IResult)TypedResults.StatusCode(500) : TypedResults.NoContent();
        });
    }

    [Test]
    public async Task RequestsBeforeTheStepsLogInAndThoseAfterThemTidyUp()
    {
        var record = await Rig.RunAsync(
            Site.Uri, """{ "waitFor": "#told", "expect": { "text": "logged-in" } }""", """
            "setup": [ { "post": "/api/login", "capture": { "token": "token.value" } }, { "put": "/api/calls/reset", "headers": { "X-Token": "${token}" }, "json": { "account": "demo-${random}" } } ],
            "teardown": [ { "delete": "/api/calls/order", "headers": { "X-Token": "${token}" }, "status": 204 } ],
            """);
        WrittenScenario.AssertPassed(record);
        Assert.That(_calls, Has.Some.Matches("^PUT reset t-1 {\"account\":\"demo-[0-9a-f]{8}\"}$").And.Some.EqualTo("DELETE order t-1"));
    }

    [Test]
    public async Task ASetUpThatFailsIsToldAndNoStepIsTried()
    {
        var record = await Rig.RunAsync(Site.Uri, """{ "waitFor": "#told" }""", """ "setup": [ { "post": "/api/calls/broken" } ], "teardown": [ { "delete": "/api/calls/after" } ], """);
        Assert.That(record.Status, Is.EqualTo(RunStatus.Failed));
        Assert.That(record.Failure!.Message, Does.StartWith($"set-up: POST {Site.Uri}api/calls/broken answered 500, not a status below 400"));
        Assert.That(record.Steps.Select(step => step.Status), Is.All.EqualTo(Core.Evidence.StepStatus.Skipped));
        Assert.That(_calls, Has.Some.EqualTo("DELETE after"));
    }

    [Test]
    public async Task ATearDownThatFailsIsNotedAndNoFailure()
    {
        var record = await Rig.RunAsync(Site.Uri, """{ "waitFor": "#told" }""", """ "teardown": [ { "delete": "http://127.0.0.1:9/" } ], """);
        WrittenScenario.AssertPassed(record);
        Assert.That(record.Steps[^1].Incidents!.Single().Kind, Is.EqualTo("teardown"));
    }

    [Test]
    public async Task TheBrowserIsWhatTheScenarioSays()
    {
        var state = Path.Combine(TestContext.CurrentContext.WorkDirectory, "state.json");
        await File.WriteAllTextAsync(state, $$"""{ "cookies": [], "origins": [ { "origin": "{{Site.Uri.GetLeftPart(UriPartial.Authority)}}", "localStorage": [ { "name": "theme", "value": "sepia" } ] } ] }""");
        WrittenScenario.AssertPassed(await Rig.RunAsync(
            Site.Uri, """{ "waitFor": "#told", "expect": { "text": "de-DE | Asia/Tokyo | dark | untracked | sepia | consent=yes | 52.5" } }, { "waitFor": "text=hello" }, { "goto": "/locked", "expect": { "text": "unlocked" } }""", $$"""
            "browser": {
              "locale": "de-DE", "timeZone": "Asia/Tokyo", "colorScheme": "dark", "geolocation": { "latitude": 52.5, "longitude": 13.4 },
              "headers": { "X-Monitor": "hello" }, "cookies": { "consent": "yes" }, "basicAuth": { "user": "me", "password": "secret" },
              "storageState": {{JsonSerializer.Serialize(state)}}, "block": ["*/ads/*"] },
            """));
    }

    private static IResult Unauthorized(HttpRequest request)
    {
        request.HttpContext.Response.Headers.WWWAuthenticate = "Basic realm=\"shop\"";
        return TypedResults.StatusCode(401);
    }
}
