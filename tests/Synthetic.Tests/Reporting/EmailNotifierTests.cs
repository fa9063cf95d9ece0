using System.Net;
using System.Net.Sockets;
using System.Text;
using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;
using Synthetic.Results.Notifiers;
using Synthetic.Tests.Alerting;

namespace Synthetic.Tests.Reporting;

public sealed class EmailNotifierTests
{
    [Test]
    public async Task AMailSaysWhatHappenedToEverybodyAndKeepsSecrets()
    {
        using var server = new MailServer(accepts: true);
        await Notifier(server).NotifyAsync(Message, CancellationToken.None);
        var mail = await server.Received;
        Assert.That(mail, Does.Contain("RCPT TO:<a@example.com>").And.Contain("RCPT TO:<b@example.com>").And.Contain("MAIL FROM:<synthetic@example.com>"));
        Assert.That(mail, Does.Contain("\nSubject: CRITICAL: place-order / Place order failed: no *** within 30 s\n"));
        Assert.That(mail, Does.Contain("Since: 2026-01-01 12:00:00 UTC").And.Contain("Run: run-0"));
        Assert.That(mail, Does.Contain($"Message-Id: <{Message.Key}@synthetic>"));
        Assert.That(mail, Does.Not.Contain("answer"));
    }

    [Test]
    public async Task AServerThatRefusesIsAFailure()
    {
        using var server = new MailServer(accepts: false);
        Assert.That(async () => await Notifier(server).NotifyAsync(Message, CancellationToken.None), Throws.Exception.With.Message.Contains("not here"));
        await server.Received;
    }

    private static OutboxMessage Message { get; } = new(
        "ops", AlertEvaluator.Evaluate(new AlertRule(1, 1, 1, TimeSpan.Zero, ["ops"]), AlertState.Empty, Runs.Of(RunStatus.Failed), Runs.Start).Events.Single(), Runs.Start);

    private static INotifier Notifier(MailServer server) => NotifierTable.Open(
        new Notifier("ops", NotifierKind.Email, new Secret("url", $"smtp://127.0.0.1:{server.Port}"), []) { From = "synthetic@example.com", To = ["a@example.com", "b@example.com"] },
        new Redactor([new Secret("word", "answer")]),
        TimeProvider.System)!;

    /// <summary>As much of SMTP as one mail needs.</summary>
    private sealed class MailServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly bool _accepts;

        public MailServer(bool accepts)
        {
            _accepts = accepts;
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            Received = ServeAsync();
        }

        public int Port { get; }

        /// <summary>All that was said to it.</summary>
        public Task<string> Received { get; }

        public void Dispose() => _listener.Dispose();

        private async Task<string> ServeAsync()
        {
            using var client = await _listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 here");
            var said = new StringBuilder();
            for (var inData = false; await reader.ReadLineAsync() is { } line && line != "QUIT";)
            {
                said.Append(line).Append('\n');
                (inData, var answer) = (inData, line) switch
                {
                    (true, ".") => (false, "250 taken"),
                    (true, _) => (true, null),
                    (false, "DATA") => (true, "354 go on"),
                    (false, _) when line.StartsWith("RCPT", StringComparison.Ordinal) && !_accepts => (false, "550 not here"),
                    (false, _) => (false, "250 good"),
                };
                if (answer is not null)
                    await writer.WriteLineAsync(answer);
            }
            await writer.WriteLineAsync("221 bye");
            return said.ToString();
        }
    }
}
