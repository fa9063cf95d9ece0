using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;
using Synthetic.Results.Notifiers;
using Synthetic.Tests.Alerting;

namespace Synthetic.Tests.Reporting;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class HttpNotifierTests
{
    private readonly List<(string Path, IHeaderDictionary Headers, string Body)> _got = [];
    private int _status = 200;
    private string? _retryAfter;
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
        var (path, headers, body) = _got.Single();
        var alert = JsonDocument.Parse(body).RootElement;
        Assert.That((path, $"{headers["Idempotency-Key"]}"), Is.EqualTo(("/hook", Message.Key)));
        Assert.That(headers.ContainsKey("webhook-signature"), Is.False, "it has no secret");
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

    [TestCase(429, "120", 120)]
    [TestCase(503, "7", 7)]
    [TestCase(429, "Thu, 01 Jan 2026 12:00:30 GMT", 30)]
    public async Task ABusyReceiverSaysHowLong(int status, string retryAfter, double seconds)
    {
        (_status, _retryAfter) = (status, retryAfter);
        using var notifier = Notifier("/hook");
        var error = await Assert.ThrowsAsync<ReceiverBusyException>(() => notifier.NotifyAsync(Message, CancellationToken.None));
        Assert.That(error!.Wait, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
        Assert.That(error.Message, Is.EqualTo($"it answered {status}, and asks to be left alone for {seconds} s"));
    }

    [TestCase(500, "120")]
    [TestCase(429, "soon")]
    [TestCase(429, "0")]
    [TestCase(429, "Thu, 01 Jan 2026 11:59:00 GMT")]
    public async Task WhatSaysNoTimeIsAFailureLikeAnyOther(int status, string retryAfter)
    {
        (_status, _retryAfter) = (status, retryAfter);
        using var notifier = Notifier("/hook");
        await Assert.ThrowsAsync<HttpRequestException>(() => notifier.NotifyAsync(Message, CancellationToken.None));
    }

    [TestCase("s3cret of mine", "s3cret of mine")]
    [TestCase("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    public async Task ASecretSignsTheBodyAsStandardWebhooksHaveIt(string secret, string key)
    {
        using var notifier = new WebhookNotifier(Settings(NotifierKind.Webhook, "/hook") with { Key = new Secret("secret", secret) }, Redactor, TimeProvider.System);
        await notifier.NotifyAsync(Message, CancellationToken.None);
        var (_, headers, body) = _got.Single();
        var bytes = key == secret ? Encoding.UTF8.GetBytes(key) : Convert.FromBase64String(key);
        var signed = HMACSHA256.HashData(bytes, Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}"));
        Assert.That($"{headers["webhook-signature"]}", Is.EqualTo($"v1,{Convert.ToBase64String(signed)}"));
    }

    [Test]
    public async Task ATemplateMakesTheBodyAndNothingFilledInEscapesItsString()
    {
        var template = """{ "text": "{{message}}", "from": "{{scenario}}/{{culprit.component}}{{nothing.such}}", "n": {{repeated}}, "token": "routing-key" }""";
        using var notifier = new WebhookNotifier(Settings(NotifierKind.Webhook, "/hook") with { Template = template }, Redactor, TimeProvider.System);
        await notifier.NotifyAsync(Message with { Alert = Message.Alert with { Message = "a \"quote\"\n and {{scenario}}, no answer" } }, CancellationToken.None);
        var body = JsonDocument.Parse(_got.Single().Body).RootElement;
        Assert.That(body.GetProperty("text").GetString(), Is.EqualTo("a \"quote\"\n and {{scenario}}, no ***"));
        Assert.That(body.GetProperty("from").GetString(), Is.EqualTo("place-order/"));
        Assert.That(body.GetProperty("token").GetString(), Is.EqualTo("routing-key"), "what the template itself says is meant for the receiver");
    }

    [TestCase(NotifierKind.Slack, "/", "text", "CRITICAL: place-order / Place order failed: no *** within 30 s &amp; &lt;!channel&gt;")]
    [TestCase(NotifierKind.Teams, "/", "attachments.0.content.body.0.text", "CRITICAL: place-order / Place order failed: no *** within 30 s & <!channel>")]
    [TestCase(NotifierKind.Pagerduty, "/", "routing_key", "routing-key")]
    [TestCase(NotifierKind.Pagerduty, "/", "event_action", "trigger")]
    [TestCase(NotifierKind.Pagerduty, "/", "payload.severity", "critical")]
    [TestCase(NotifierKind.Pagerduty, "/", "payload.summary", "place-order / Place order failed: no *** within 30 s & <!channel>")]
    [TestCase(NotifierKind.Alertmanager, "/api/v2/alerts", "0.labels.severity", "critical")]
    [TestCase(NotifierKind.Alertmanager, "/api/v2/alerts", "0.annotations.summary", "place-order / Place order failed: no *** within 30 s & <!channel>")]
    public async Task EachKindPostsWhatItsReceiverReads(NotifierKind kind, string path, string member, string expected)
    {
        var notifier = NotifierTable.Open(Settings(kind, "/") with { Key = new Secret("key", "routing-key") }, Redactor, TimeProvider.System)!;
        using var disposable = (IDisposable)notifier;
        await notifier.NotifyAsync(Message with { Alert = Message.Alert with { Message = Message.Alert.Message + " & <!channel>" } }, CancellationToken.None);
        var (posted, _, body) = _got.Single();
        var node = JsonDocument.Parse(body).RootElement;
        foreach (var name in member.Split('.'))
            node = int.TryParse(name, out var index) ? node[index] : node.GetProperty(name);
        Assert.That((posted, node.GetString()), Is.EqualTo((path, expected)));
    }

    [TestCase(AlertEvent.Firing, 0, new[] { "critical" })]
    [TestCase(AlertEvent.Firing, 1, new[] { "critical", "warning" })]
    [TestCase(AlertEvent.Updated, 0, new[] { "critical", "warning" })]
    [TestCase(AlertEvent.Resolved, 0, new[] { "critical" })]
    public async Task WhereTheSeverityMayHaveChangedAlertmanagerIsToldThatTheOtherOneEnded(AlertEvent state, int repeated, string[] severities)
    {
        var notifier = NotifierTable.Open(Settings(NotifierKind.Alertmanager, "/"), Redactor, TimeProvider.System)!;
        using var disposable = (IDisposable)notifier;
        await notifier.NotifyAsync(Message with { Alert = Message.Alert with { State = state, Repeated = repeated } }, CancellationToken.None);
        var alerts = JsonDocument.Parse(_got.Single().Body).RootElement.EnumerateArray().ToArray();
        Assert.That(alerts.Select(alert => alert.GetProperty("labels").GetProperty("severity").GetString()), Is.EqualTo(severities));
        Assert.That(alerts.Skip(1).Select(alert => alert.GetProperty("endsAt").GetDateTimeOffset()), Is.All.EqualTo(Message.CreatedAt));
    }

    [Test]
    public async Task ACallEndsWhenItIsCancelled()
    {
        _status = 0;
        using var notifier = Notifier("/hook");
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        await Assert.CatchAsync<OperationCanceledException>(() => notifier.NotifyAsync(Message, deadline.Token));
    }

    private static OutboxMessage Message { get; } = new(
        "ops", AlertEvaluator.Evaluate(new AlertRule(1, 1, 1, TimeSpan.Zero, ["ops"]), AlertState.Empty, Runs.Of(RunStatus.Failed), Runs.Start).Events.Single(), Runs.Start);

    private WebhookNotifier Notifier(string path) => new(Settings(NotifierKind.Webhook, path), Redactor, TimeProvider.System);

    private Notifier Settings(NotifierKind kind, string path) => new("ops", kind, new Secret("url", _receiver.Urls.Single() + path), []);

    private static Redactor Redactor { get; } = new([new Secret("word", "answer"), new Secret("key", "routing-key")]);

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        _got.Add((context.Request.Path, new HeaderDictionary(context.Request.Headers.ToDictionary()), await body.ReadToEndAsync()));
        if (_status == 0)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Response.StatusCode = _status == 0 ? 200 : _status;
        context.Response.Headers.Location = "/elsewhere";
        if (_retryAfter is null)
            return;
        context.Response.Headers.RetryAfter = _retryAfter;
        // An instant is one of the receiver's own clock, which need not be right.
        context.Response.Headers.Date = "Thu, 01 Jan 2026 12:00:00 GMT";
    }
}
