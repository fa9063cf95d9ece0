using System.Globalization;
using System.Text.Json;
using Synthetic.Core.ServerTiming;
using Synthetic.SystemTests.ServerTiming;

namespace Synthetic.Tests.Cli.Commands;

/// <summary>Whatever a header is, <c>server-timing</c> reads it as the parser does, and its report is harmless to a terminal.</summary>
internal sealed class HostileHeaderCommandTests
{
    private const int Headers = 2000;

    [Test]
    public Task ByArgument() => EachIsReadAsTheParserReadsIt(fields => ("", [.. fields.Select(field => "Server-Timing: " + field)]));

    [Test]
    public Task ByArgumentWithoutItsName() => EachIsReadAsTheParserReadsIt(fields => ("", [.. fields]));

    [Test]
    public Task ByStandardInput() => EachIsReadAsTheParserReadsIt(
        fields => ($"HTTP/2 200\r\n{string.Concat(fields.Select(field => $"server-timing: {field}\r\n"))}\r\n", ["-"]));

    private static async Task EachIsReadAsTheParserReadsIt(Func<IReadOnlyList<string>, (string In, string[] Headers)> give)
    {
        for (var seed = 0; seed < Headers; seed++)
        {
            var fields = RandomHeader.Of(seed);
            var (input, headers) = give(fields);
            using var json = new CommandHarness { In = input };
            var code = await json.RunAsync(["server-timing", "--json", "--", .. headers]);
            // HTTP takes the white space around a value off before anybody reads it.
            var expected = Text(ServerTimingHeader.ParseAll(fields.Select(field => field.Trim(' ', '\t'))));
            Assert.That(Metrics(json.Out), Is.EqualTo(expected), () => $"seed {seed}, {JsonSerializer.Serialize(fields)}, {json.Error}");
            Assert.That(code, Is.EqualTo(0).Or.EqualTo(1));

            using var drawn = new CommandHarness { In = input };
            await drawn.RunAsync(["server-timing", "--", .. headers]);
            Assert.That(drawn.Out.Where(c => char.IsControl(c) && c != '\n'), Is.Empty, () => $"seed {seed}");
        }
    }

    private static string Metrics(string json) =>
        Text(JsonDocument.Parse(json).RootElement.GetProperty("metrics").EnumerateArray().Select(metric => new ServerTimingMetric(
            metric.GetProperty("name").GetString()!, metric.GetProperty("ms").GetDouble(), metric.GetProperty("description").GetString()!)));

    private static string Text(IEnumerable<ServerTimingMetric> metrics) =>
        JsonSerializer.Serialize(metrics.SelectMany(metric => new[] { metric.Name, metric.Ms.ToString("R", CultureInfo.InvariantCulture), metric.Description }));
}
