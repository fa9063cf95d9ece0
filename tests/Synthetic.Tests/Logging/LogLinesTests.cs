using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Synthetic.Core.Alerting;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Secrets;
using Synthetic.Tests.Alerting;
using Synthetic.Worker.Logging;

namespace Synthetic.Tests.Logging;

public sealed class LogLinesTests
{
    private const string Hostile = "a\nb\r\u2028c\u2029\u001b[2J\u009b31m\u0000\u0085\u202e{\"event\":\"alert\"}";

    [Test]
    public void AnEventIsOneFlatObject()
    {
        var line = Lines(log => log.Write(new WorkerEvent("worker.stopped", LogLevel.Information, "done")
        {
            Fields = json => json.WriteNumber("runs", 3),
        })).Single();
        Assert.That(line, Is.EqualTo(
            """{"timestamp":"2026-01-01T12:00:00.000Z","level":"info","event":"worker.stopped","message":"done","runs":3}"""));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void NoTextForgesALineOrAnEscape(bool json)
    {
        var run = Runs.Of(RunStatus.Failed) with { Scenario = Hostile, Failure = new Failure(Hostile, FailureKind.Script, Hostile, Hostile) };
        var text = Text(json, log =>
        {
            log.Write(RunLine.Of(run));
            log.Write(new WorkerEvent("x", LogLevel.Error, Hostile));
        });
        Assert.That(text.Count(c => c == '\n'), Is.EqualTo(2));
        Assert.That(text.Replace("\n", ""), Does.Not.Match("[\\p{Cc}\\u2028\\u2029]"));
        if (!json)
            Assert.That(text, Does.Not.Contain('\u202e'));
    }

    [Test]
    public void ARunThatCouldNotBeJudgedSaysWhy()
    {
        var run = Runs.Of(RunStatus.Inconclusive) with
        {
            DurationMs = 1200,
            Host = new HostState { Verdict = HostState.Noisy, Reasons = ["another run was under way"] },
        };
        Assert.That(RunLine.Of(run).Message, Is.EqualTo("place-order inconclusive, took 1.20 s; noisy host: another run was under way"));
    }

    [Test]
    public void ARunsLineHasEveryMemberOfItsRecordAsTheRecordHasIt()
    {
        var run = Runs.Of(RunStatus.Degraded, 0, Runs.Inp(480)).With(480, Runs.Db(350)) with { Evidence = null };
        var line = JsonDocument.Parse(Lines(log => log.Write(RunLine.Of(run))).Single()).RootElement;
        foreach (var member in JsonDocument.Parse(RunJson.Write(run)).RootElement.EnumerateObject())
            Assert.That(JsonElement.DeepEquals(line.GetProperty(member.Name), member.Value), member.Name);
    }

    [Test]
    public void ARunIsWrittenFlatAndWithoutItsEvidence()
    {
        var run = Runs.Of(RunStatus.Degraded, 0, Runs.Inp(480)).With(480, Runs.Db(350)) with { Evidence = new RunEvidence(), DurationMs = 1834.2 };
        var line = JsonDocument.Parse(Lines(log => log.Write(RunLine.Of(run))).Single()).RootElement;
        Assert.That(line.GetProperty("event").GetString(), Is.EqualTo("run"));
        Assert.That(line.GetProperty("level").GetString(), Is.EqualTo("warning"));
        Assert.That(line.GetProperty("message").GetString(), Is.EqualTo("place-order degraded, took 1.83 s; Place order: response 480 ms, db 350 ms"));
        Assert.That(line.GetProperty("schema").GetString(), Is.EqualTo(RunRecord.CurrentSchema));
        Assert.That(line.GetProperty("failure").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(line.TryGetProperty("evidence", out _), Is.False);
        Assert.That(line.TryGetProperty("truncated", out _), Is.False);
    }

    [Test]
    public void ARunThatIsTooLongLosesItsBulkFirstAndSaysWhatIsGone()
    {
        var run = Runs.Of(RunStatus.Degraded, 0, Runs.Inp(480)).With(480, Runs.Db(350));
        var request = run.Steps[0].Requests[0] with { Url = "https://shop.example/" + new string('é', 1900) };
        run = run with { Steps = [run.Steps[0] with { Requests = [.. Enumerable.Repeat(request, 500)] }] };
        var text = Lines(log => log.Write(RunLine.Of(run))).Single();
        var line = JsonDocument.Parse(text).RootElement;
        Assert.That(Encoding.UTF8.GetByteCount(text), Is.LessThan(16 * 1024));
        Assert.That(line.GetProperty("truncated").GetBoolean(), Is.True);
        Assert.That(line.GetProperty("leftOut").EnumerateArray().Select(one => one.GetString()), Is.EqualTo(new[] { "steps[].requests" }));
        Assert.That(line.GetProperty("steps")[0].TryGetProperty("requests", out _), Is.False, "an empty list would say that there were none");
        Assert.That(line.GetProperty("steps")[0].GetProperty("interactions")[0].GetProperty("response").GetProperty("culprit").GetProperty("component").GetString(), Is.EqualTo("db"));
        Assert.That(line.GetProperty("budgets").GetArrayLength(), Is.EqualTo(1));
        Assert.That(LineCheck.Wrongs(text), Is.Empty);
    }

    [TestCase(0, false)]
    [TestCase(-1, true)]
    public void TheLimitIsOfTheLineInBytesWithItsEnd(int less, bool truncated)
    {
        var run = Runs.Of(RunStatus.Passed).With(480, Runs.Db(350));
        run = run with { Steps = [run.Steps[0] with { Requests = [.. Enumerable.Range(0, 40).Select(n => run.Steps[0].Requests[0] with { Id = n, Url = "https://shop.example/" + new string('é', 200) })] }] };
        var whole = Text(json: true, log => log.Write(RunLine.Of(run)), mostBytes: 1 << 20);
        var text = Text(json: true, log => log.Write(RunLine.Of(run)), mostBytes: Encoding.UTF8.GetByteCount(whole) + less);
        Assert.That(text.Contains("\"truncated\":true", StringComparison.Ordinal), Is.EqualTo(truncated));
    }

    [Test]
    public void AnAlertKeepsItsCulpritLongest()
    {
        var culprit = Runs.Db(350) with { Evidence = [.. Enumerable.Repeat(new string('\u0001', 2000), 100)] };
        var alert = new Alert
        {
            State = AlertEvent.Firing,
            Fingerprint = "0011223344556677",
            Severity = AlertSeverity.Critical,
            Scenario = "order",
            Location = "local",
            Metric = "inp",
            RunId = "run-1",
            StartsAt = Runs.Start,
            Message = new string('\u0001', 5000),
            Culprit = culprit,
        };
        var text = Lines(log => log.Write(AlertLine.Of(alert))).Single();
        var line = JsonDocument.Parse(text).RootElement;
        Assert.That(Encoding.UTF8.GetByteCount(text), Is.LessThan(16 * 1024));
        Assert.That(line.GetProperty("culprit").GetProperty("component").GetString(), Is.EqualTo("db"));
        Assert.That(LineCheck.Wrongs(text), Is.Empty);
    }

    [Test]
    public void EveryLineIsShortEnoughAndWhole() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(
        RandomRecord.Any().SelectMany(run => Gen.Elements(8, 16, 100).Select(limit => (run, limit))).ToArbitrary(), data =>
        {
            var text = Text(json: true, log => log.Write(RunLine.Of(data.run)), mostBytes: data.limit << 10);
            var line = JsonDocument.Parse(text).RootElement;
            var kept = (line.GetProperty("runId").GetString(), line.GetProperty("status").GetString(), line.GetProperty("event").GetString());
            return Encoding.UTF8.GetByteCount(text) <= data.limit << 10 && text.Count(c => c == '\n') == 1
                && kept == (data.run.RunId, "failed", "run")
                && line.TryGetProperty("truncated", out _) == line.TryGetProperty("leftOut", out _)
                && LineCheck.Wrongs(text).Count == 0;
        }));

    [TestCase(3995)]
    [TestCase(4000)]
    [TestCase(15_995)]
    public void ASecretIsGoneBeforeATextIsCut(int before)
    {
        var text = new string('x', before) + "p\"ss w\\rd and more" + new string('y', 20_000);
        foreach (var json in Listed(true, false))
        {
            var written = Text(json, log => log.Write(new WorkerEvent("x", LogLevel.Error, text) { Exception = new InvalidOperationException(text) }));
            Assert.That(written, Does.Not.Contain("xp"));
        }
    }

    [Test]
    public void LibrariesAreHeardFromWarningsUp()
    {
        var lines = Lines(_ => { }, library =>
        {
            library.Log(LogLevel.Information, default, "chatter", null, (text, _) => text);
            library.Log(LogLevel.Warning, default, "odd", new InvalidOperationException("why"), (text, _) => text);
        });
        var line = JsonDocument.Parse(lines.Single()).RootElement;
        Assert.That(line.GetProperty("event").GetString(), Is.EqualTo("log"));
        Assert.That(line.GetProperty("source").GetString(), Is.EqualTo("Quartz"));
        Assert.That(line.GetProperty("message").GetString(), Does.StartWith("odd"));
        Assert.That(line.GetProperty("exception").GetString(), Does.Contain("why"));
    }

    [Test]
    public void ASecretNeverReachesTheOutput()
    {
        foreach (var json in Listed(true, false))
            Assert.That(Text(json, log => log.Write(new WorkerEvent("x", LogLevel.Error, "it is p\"ss w\\rd"))), Does.Contain("it is ***"));
    }

    [Test]
    public void ForPeopleALineIsTimeLevelAndMessage() => Assert.That(
        Text(json: false, log => log.Write(new WorkerEvent("x", LogLevel.Warning, "slow"))),
        Is.EqualTo("12:00:00 warning slow\n"));

    [Test]
    public void AMissedSlotIsARunForProgramsAndOneLineForPeople()
    {
        var missed = RunLine.Of(Runs.Of(RunStatus.Missed));
        Assert.That(Text(json: true, log => log.Write(missed)), Does.Contain("\"event\":\"run\""));
        Assert.That(Text(json: false, log => log.Write(missed)), Is.Empty, "schedule.missed says it with the reason");
    }

    [Test]
    public void AReaderThatGoesAwayDoesNotStopTheWorker()
    {
        using var provider = Provider(new BrokenPipe(), json: true);
        var log = provider.GetRequiredService<IEventLog>();
        log.Write(new WorkerEvent("x", LogLevel.Error, "one"));
        Assert.That(() => log.Write(new WorkerEvent("x", LogLevel.Error, "two")), Throws.Nothing);
    }

    private static string[] Lines(Action<IEventLog> write, Action<Microsoft.Extensions.Logging.ILogger>? library = null) =>
        Text(json: true, write, library).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Text(bool json, Action<IEventLog> write, Action<Microsoft.Extensions.Logging.ILogger>? library = null, int mostBytes = LogOutput.DefaultBytes)
    {
        var output = new MemoryStream();
        using (var provider = Provider(output, json, mostBytes))
        {
            write(provider.GetRequiredService<IEventLog>());
            library?.Invoke(provider.GetRequiredService<ILoggerFactory>().CreateLogger("Quartz"));
        }
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static ServiceProvider Provider(Stream output, bool json, int mostBytes = LogOutput.DefaultBytes)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(Runs.Start));
        services.AddSingleton(new Redactor([new Secret("PASSWORD", "p\"ss w\\rd")]));
        return services.AddWorkerLog(new LogOutput(
            (sinks, lines) => sinks.Sink(new StreamSink(output, lines)), json, Coloured: false, mostBytes)).BuildServiceProvider();
    }

    private sealed class StreamSink(Stream output, ITextFormatter lines) : ILogEventSink
    {
        public void Emit(LogEvent logEvent)
        {
            using var text = new StringWriter();
            lines.Format(logEvent, text);
            output.Write(Encoding.UTF8.GetBytes(text.ToString()));
        }
    }

    private sealed class BrokenPipe : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe");
    }

    private static T[] Listed<T>(params T[] items) => items;
}
