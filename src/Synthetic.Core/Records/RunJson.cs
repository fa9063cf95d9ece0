using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Records;

/// <summary>How records are written and read: camelCase, unknown values absent, enums in kebab-case.</summary>
public static class RunJson
{
    /// <summary>The one set of options for everything that leaves or enters as a record.</summary>
    public static JsonSerializerOptions Options { get; } = new(RunJsonContext.Default.Options)
    {
        // Records go to log pipelines and files, never into HTML: keep + and quotes readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = RunJsonContext.Default,
    };

    /// <summary>A record as one line of JSON.</summary>
    public static string Write(RunRecord record) => JsonSerializer.Serialize(record, Options);

    /// <summary>Reads a record back.</summary>
    /// <exception cref="JsonException">The text is no record.</exception>
    public static RunRecord Read(string json) =>
        JsonSerializer.Deserialize<RunRecord>(json, Options) ?? throw new JsonException("the record is empty");
}

/// <summary>Serialisation without reflection: a command-line run must start fast.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(KebabCase<RunStatus>), typeof(KebabCase<FailureKind>), typeof(KebabCase<StepStatus>),
        typeof(KebabCase<ServerTimingSource>), typeof(KebabCase<InteractionSource>), typeof(KebabCase<ResponseSource>), typeof(KebabCase<ResponseStart>), typeof(KebabCase<PathSource>),
        typeof(KebabCase<Rating>), typeof(KebabCase<SegmentKind>), typeof(KebabCase<CulpritKind>),
        typeof(KebabCase<Confidence>), typeof(KebabCase<RunEnding>),
        typeof(KebabCase<ArmKind>), typeof(KebabCase<MetricReading>), typeof(KebabCase<WindowKind>), typeof(KebabCase<ProofOutcome>),
    ])]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(RunEvidence))]
[JsonSerializable(typeof(DocumentEvidence))]
[JsonSerializable(typeof(Culprit))]
// What a record holds in a member of any type, once it was read back.
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class RunJsonContext : JsonSerializerContext;

/// <summary>Writes an enum's names in kebab-case: <c>main-thread</c>.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal sealed class KebabCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
