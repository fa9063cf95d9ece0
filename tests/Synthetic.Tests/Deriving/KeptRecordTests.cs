using System.IO.Compression;
using System.Runtime.CompilerServices;
using Synthetic.Core.Deriving;
using Synthetic.Core.Records;

namespace Synthetic.Tests.Deriving;

/// <summary>
/// Records of real runs, kept as they were printed: every page of the fault matrix, every fault of the shop, proofs and
/// failures. What follows from their evidence must stay the same byte for byte, unless a change is meant to be seen.
/// </summary>
internal sealed class KeptRecordTests
{
    [TestCaseSource(nameof(Names))]
    public void ItsEvidenceStillGivesTheRecord(string name)
    {
        var json = Read(name);
        var record = RunJson.Read(json);
        Assert.That(RunJson.Write(Derivation.Of(record, record.Evidence!)), Is.EqualTo(json));
    }

    private static IReadOnlyList<string> Names()
    {
        using var archive = Open();
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    private static string Read(string name)
    {
        using var archive = Open();
        using var text = new StreamReader(archive.GetEntry(name)!.Open());
        return text.ReadToEnd();
    }

    private static ZipArchive Open([CallerFilePath] string here = "") =>
        ZipFile.OpenRead(Path.Combine(Path.GetDirectoryName(here)!, "kept-records.zip"));
}
