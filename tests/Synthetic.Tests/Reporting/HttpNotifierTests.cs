using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;
using Synthetic.Tests.Alerting;
using Synthetic.Worker.Reporting;

namespace Synthetic.Tests.Reporting;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class WebhookNotifierTests
{
    private readonly List<(string Path, string? Key, string Body)> _got = [];
    private int _status = 200;
    private WebApplication _receiver = null!;

    [SetUp]
    public async Task ListenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _receiver = builder.Build();
        _receiver.Run(TakeAsync);
        await _receiver.StartAsync();
    }

    [TearDown]
    public async Task CloseAsync() => await _receiver.DisposeAsync();

    [Test]
    public async Task AnAlertIsPostedAsItsLineHasItWithAKeyAndWithoutSecrets()
    {
        using var notifier = Notifier("/hook");
        await notifier.NotifyAsync(Message, CancellationToken.None);
        var (path, key, body) = _got.Single();
        var alert = JsonDocument.Parse(body).RootElement;
        Assert.That((path, key), Is.EqualTo(("/hook", Message.Key)));
        Assert.That(alert.GetProperty("state").GetString(), Is.EqualTo("firing"));
        Assert.That(alert.GetProperty("message").GetString(), Is.EqualTo("place-order / Place order failed: no *** within 30 s"));
    }

    [TestCase(500)]
    [TestCase(429)]
    [TestCase(302)]
    public async Task AnyAnswerButSuccessIsAFailureAndARedirectIsNotFollowed(int status)
    {
        _status = status;
        using var notifier = Notifier("/hook");
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => notifier.NotifyAsync(Message, CancellationToken.None));
        Assert.That(error!.Message, Is.EqualTo($"it answered {status}"));
        Assert.That(_got, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ACallEndsWhenItIsCancelled()
    {
        _status = 0;
        using var notifier = Notifier("/hook");
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        await Assert.CatchAsync<OperationCanceledException>(() => notifier.NotifyAsync(Message, deadline.Token));
    }

    private static OutboxMessage Message { get; } = RunCommit.OfRun(
        new AlertRule(1, 1, 1, TimeSpan.Zero, ["ops"]),
        Runs.Of(RunStatus.Failed), AlertState.Empty, ["ops"], Runs.Start).Messages.Single();

    private WebhookNotifier Notifier(string path) => new(
        new Notifier("ops", NotifierKind.Webhook, new Secret("url", _receiver.Urls.Single() + path), []),
        new Redactor([new Secret("word", "answer")]));

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        _got.Add((context.Request.Path, context.Request.Headers["Idempotency-Key"], await body.ReadToEndAsync()));
        if (_status == 0)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Response.StatusCode = _status == 0 ? 200 : _status;
        context.Response.Headers.Location = "/elsewhere";
    }
}
