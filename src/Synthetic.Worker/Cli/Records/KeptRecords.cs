using System.Text;
using System.Text.Json;
using Synthetic.Core.Records;

namespace Synthetic.Worker.Cli.Records;

/// <summary>Reads run records that were kept.</summary>
internal static class KeptRecords
{
    // A file from outside may have null where the program never writes it.
    private static JsonSerializerOptions Strict { get; } = new(RunJson.Options) { RespectNullableAnnotations = true };

    /// <summary>Reads every record of a file.</summary>
    /// <returns>The records, all with evidence; or what is wrong.</returns>
    public static (IReadOnlyList<RunRecord> Records, string? Error) Read(string path, TextReader standardInput)
    {
        if (path.Length == 0)
            return ([], "the name of the record's file is empty; - reads standard input");
        try
        {
            var text = path == "-" ? standardInput.ReadToEnd() : File.ReadAllText(path);
            return Parse(path, text);
        }
        catch (JsonException error)
        {
            return ([], $"{path} is not a run record: {error.Message}");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return ([], $"{path} is not there; synthetic run --out DIR keeps records");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ([], $"{path} cannot be read: {error.Message}");
        }
    }

    private static (IReadOnlyList<RunRecord> Records, string? Error) Parse(string path, string text)
    {
        var records = new List<RunRecord>();
        // A file of several lines, as --json prints them, is several values one after the other.
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            using var document = JsonDocument.ParseValue(ref reader);
            if (WhyNot(document.RootElement) is { } why)
                return ([], $"{path} {why}");
            var record = document.RootElement.Deserialize<RunRecord>(Strict)!;
            if (Incomplete(record) is { } gap)
                return ([], $"{path} {gap}");
            records.Add(record);
        }

        return records.Count == 0 ? ([], $"{path} is empty") : (records, null);
    }

    // From no steps follows a run that passed: a verdict on nothing.
    private static string? Incomplete(RunRecord record) => record.Evidence!.Steps.Count < record.Steps.Count
        ? $"carries incomplete evidence, so nothing can be derived from it: {record.Evidence.Steps.Count} of the run's {record.Steps.Count} steps"
        : null;

    // Annotations say nothing about the items of a list.
    private static bool NullInList(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || NullInList(item)),
        JsonValueKind.Object => element.EnumerateObject().Any(member => NullInList(member.Value)),
        _ => false,
    };

    private static string? WhyNot(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out var schema))
            return "is not a run record: it has no \"schema\"";
        if (schema.ValueKind != JsonValueKind.String || schema.GetString() != RunRecord.CurrentSchema)
            return $"is of schema {schema.GetRawText()}: this version reads \"{RunRecord.CurrentSchema}\"";
        if (!root.TryGetProperty("evidence", out var evidence) || evidence.ValueKind != JsonValueKind.Object)
            return "carries no evidence, so nothing can be derived from it: log lines leave it out; keep records by synthetic run --out DIR";
        return NullInList(root) ? "is not a run record: one of its lists holds null" : null;
    }
}
