using System.Text.Json;
using System.Text.Json.Serialization;
using Synthetic.Core.Basics;
using Synthetic.Core.Secrets;

namespace Synthetic.Tests.ScenarioFiles;

/// <summary>Writes all of a scenario, secrets apart, so that two can be compared and read.</summary>
internal static class ScenarioText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new Words<TimeZoneInfo>(zone => zone.Id), new Words<Secret>(secret => $"{secret.Name} {secret}"), new Words<TimeSpan>(DurationText.Format) },
    };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options) + "\n";

    private sealed class Words<T>(Func<T, string> words) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(words(value));
    }
}
