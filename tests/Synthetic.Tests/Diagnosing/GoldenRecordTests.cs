using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Synthetic.Core.Diagnosing;
using Synthetic.Core.Measuring;
using Synthetic.Core.Running;

namespace Synthetic.Tests.Diagnosing;

/// <summary>Whole verdicts over evidence of real runs; SYNTHETIC_UPDATE_GOLDEN=1 writes the records anew.</summary>
public sealed class GoldenRecordTests
{
    private static readonly JsonSerializerOptions Readable = new(RunJson.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [TestCase("synchronous-request")]
    [TestCase("post-redirect-get")]
    [TestCase("debounced-fetch")]
    public void TheEvidenceGivesTheRecord(string name)
    {
        var evidence = JsonSerializer.Deserialize<Evidence>(File.ReadAllText(Beside($"{name}.evidence.json")), RunJson.Options)!;
        var record = Diagnosis.Of(EvidenceBuilder.Header, evidence) with { Evidence = null };
        var actual = JsonSerializer.Serialize(record, Readable) + "\n";
        var path = Beside($"{name}.record.json");
        if (Environment.GetEnvironmentVariable("SYNTHETIC_UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, actual);
        Assert.That(actual, Is.EqualTo(File.ReadAllText(path)), $"{path} is out of date; run the test with SYNTHETIC_UPDATE_GOLDEN=1 and read the difference");
    }

    private static string Beside(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "golden", file);
}
