using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Worker.Cli.Headers;

/// <summary>What <c>server-timing</c> found out.</summary>
/// <param name="Url">The address that answered; absent where nothing was fetched.</param>
/// <param name="WaitMs">From the request to the response's headers, in milliseconds; absent where nothing was fetched.</param>
/// <param name="Bytes">Size of the header's values.</param>
/// <param name="Metrics">The metrics as a browser reads them.</param>
/// <param name="Findings">What is wrong.</param>
internal sealed record ServerTimingReport(
    string? Url, double? WaitMs, int Bytes, IReadOnlyList<ServerTimingMetric> Metrics, IReadOnlyList<ServerTimingLintFinding> Findings)
{
    public static ServerTimingReport Of(FetchedHeaders fetched)
    {
        if (fetched is { Url: not null, Fields.Count: 0 })
        {
            var none = new ServerTimingLintFinding(ServerTimingLintLevel.Error, null, "the response has no Server-Timing header: nothing tells what the server's time went into");
            return new(PrintableAddress.Of(fetched.Url), fetched.WaitMs, 0, [], [none]);
        }

        var findings = ServerTimingLint.Of(fetched.Fields, fetched.WaitMs).ToList();
        if (fetched is { Url: not null, AllowsOtherOrigins: false })
            findings.Add(new(ServerTimingLintLevel.Note, null, "there is no Timing-Allow-Origin header: pages of other origins cannot read these metrics"));
        return new(
            fetched.Url is { } url ? PrintableAddress.Of(url) : null, fetched.WaitMs, ServerTimingLint.Bytes(fetched.Fields), ServerTimingHeader.ParseAll(fetched.Fields), findings);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Readable.ServerTimingReport);

    private static ServerTimingReportContext Readable { get; } =
        new(new JsonSerializerOptions(ServerTimingReportContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>Serialisation without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCase<ServerTimingLintLevel>)])]
[JsonSerializable(typeof(ServerTimingReport))]
internal sealed partial class ServerTimingReportContext : JsonSerializerContext;

/// <summary>Writes an enum's names in camelCase, as everything else in JSON.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
