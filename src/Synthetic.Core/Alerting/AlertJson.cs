using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Synthetic.Core.Alerting.Incidents;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Alerting;

/// <summary>How alerts and their state are written and read: as records are, see <see cref="RunJson"/>.</summary>
public static class AlertJson
{
    /// <summary>The one set of options for alerts.</summary>
    public static JsonSerializerOptions Options { get; } = new(AlertJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = AlertJsonContext.Default,
    };

    /// <summary>An alert as one line of JSON.</summary>
    public static string Write(Alert alert) => JsonSerializer.Serialize(alert, Options);

    /// <summary>A state as one line of JSON.</summary>
    public static string Write(AlertState state) => JsonSerializer.Serialize(state, Options);

    /// <summary>A notifier's state as one line of JSON.</summary>
    public static string Write(NotifierState state) => JsonSerializer.Serialize(state, Options);

    /// <summary>Reads a notifier's state back.</summary>
    /// <exception cref="JsonException">The text is no state.</exception>
    public static NotifierState ReadNotifierState(string json) =>
        JsonSerializer.Deserialize<NotifierState>(json, Options) ?? throw new JsonException("the notifier's state is empty");

    /// <summary>Reads an alert back.</summary>
    /// <exception cref="JsonException">The text is no alert.</exception>
    public static Alert ReadAlert(string json) =>
        JsonSerializer.Deserialize<Alert>(json, Options) ?? throw new JsonException("the alert is empty");

    /// <summary>Reads a state back.</summary>
    /// <exception cref="JsonException">The text is no state.</exception>
    public static AlertState ReadState(string json) =>
        JsonSerializer.Deserialize<AlertState>(json, Options) ?? throw new JsonException("the alert state is empty");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(KebabCase<AlertEvent>), typeof(KebabCase<AlertSeverity>),
        typeof(KebabCase<CulpritKind>), typeof(KebabCase<Confidence>),
        typeof(KebabCase<WindowKind>), typeof(KebabCase<ProofOutcome>),
    ])]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(AlertState))]
[JsonSerializable(typeof(NotifierState))]
internal sealed partial class AlertJsonContext : JsonSerializerContext;
