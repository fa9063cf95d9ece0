using System.IO.Compression;
using System.Runtime.CompilerServices;
using Synthetic.Core.Deriving;
using Synthetic.Core.Records;
using Synthetic.Tests.ScenarioFiles;

namespace Synthetic.Tests.Deriving;

/// <summary>
/// Records of real runs, kept as they were printed: every page of the fault matrix, every fault of the shop, proofs and
/// failures. What follows from their evidence must stay the same byte for byte, unless a change is meant to be seen: then
/// SYNTHETIC_UPDATE_GOLDEN=1 rewrites those that differ.
/// </summary>
internal sealed class KeptRecordTests
{
    [TestCaseSource(nameof(Names))]
    public void ItsEvidenceStillGivesTheRecord(string name)
    {
        var json = Read(name);
        var record = RunJson.Read(json);
        var derived = RunJson.Write(Derivation.Of(record, record.Evidence!));
        if (derived != json && ProjectFolder.Updating)
            Write(name, json = derived);
        Assert.That(derived, Is.EqualTo(json));
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

    private static void Write(string name, string json)
    {
        using var archive = Open(ZipArchiveMode.Update);
        archive.GetEntry(name)!.Delete();
        using var text = new StreamWriter(archive.CreateEntry(name, CompressionLevel.SmallestSize).Open());
        text.Write(json);
    }

    private static ZipArchive Open(ZipArchiveMode mode = ZipArchiveMode.Read, [CallerFilePath] string here = "") =>
        ZipFile.Open(Path.Combine(Path.GetDirectoryName(here)!, "kept-records.zip"), mode);
}
