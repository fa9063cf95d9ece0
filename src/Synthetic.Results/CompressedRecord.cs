using System.IO.Compression;
using System.Text;
using Synthetic.Core.Records;

namespace Synthetic.Results;

/// <summary>Records as they are kept: JSON, compressed with Brotli.</summary>
internal static class CompressedRecord
{
    public static byte[] Write(RunRecord record)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(Encoding.UTF8.GetBytes(RunJson.Write(record)));
        return packed.ToArray();
    }

    public static RunRecord Read(byte[] body)
    {
        using var text = new StreamReader(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress), Encoding.UTF8);
        return RunJson.Read(text.ReadToEnd());
    }
}
