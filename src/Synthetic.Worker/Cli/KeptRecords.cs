using System.Text;
using System.Text.Json;
using Synthetic.Core.Running;

namespace Synthetic.Worker.Cli;

/// <summary>Reads run records that were kept.</summary>
internal static class KeptRecords
{
    /// <summary>Reads every record of a file.</summary>
    /// <returns>The records, all with evidence; or what is wrong.</returns>
    internal static (IReadOnlyList<RunRecord> Records, string? Error) Read(string path, TextReader standardInput)
    {
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
            records.Add(RunJson.Read(document.RootElement.GetRawText()));
        }

        return records.Count == 0 ? ([], $"{path} is empty") : (records, null);
    }

    private static string? WhyNot(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out var schema))
            return "is not a run record: it has no \"schema\"";
        if (schema.ValueKind != JsonValueKind.String || schema.GetString() != RunRecord.CurrentSchema)
            return $"is of schema {schema.GetRawText()}: this version reads \"{RunRecord.CurrentSchema}\"";
        return root.TryGetProperty("evidence", out var evidence) && evidence.ValueKind == JsonValueKind.Object
            ? null
            : "carries no evidence, so nothing can be derived from it: log lines leave it out; keep records by synthetic run --out DIR";
    }
}
