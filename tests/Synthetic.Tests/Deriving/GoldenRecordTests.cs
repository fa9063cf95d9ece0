using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Deriving;

/// <summary>Whole verdicts over evidence of real runs; SYNTHETIC_UPDATE_GOLDEN=1 writes the records anew.</summary>
public sealed class GoldenRecordTests
{
    private static readonly JsonSerializerOptions Readable = new(RunJson.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [TestCase("synchronous-request")]
    [TestCase("post-redirect-get")]
    [TestCase("debounced-fetch")]
    public void TheEvidenceGivesTheRecord(string name)
    {
        var evidence = JsonSerializer.Deserialize<RunEvidence>(File.ReadAllText(Beside($"{name}.evidence.json")), RunJson.Options)!;
        var record = Derivation.Of(EvidenceBuilder.Header, evidence) with { Evidence = null };
        var actual = JsonSerializer.Serialize(record, Readable) + "\n";
        var path = Beside($"{name}.record.json");
        if (Environment.GetEnvironmentVariable("SYNTHETIC_UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, actual);
        Assert.That(actual, Is.EqualTo(File.ReadAllText(path)), $"{path} is out of date; run the test with SYNTHETIC_UPDATE_GOLDEN=1 and read the difference");
    }

    private static string Beside(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "golden", file);
}
