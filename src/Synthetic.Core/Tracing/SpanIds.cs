using System.Security.Cryptography;
using System.Text;

namespace Synthetic.Core.Tracing;

/// <summary>Ids that follow from the run, so that the same record always makes the same trace.</summary>
internal static class SpanIds
{
    /// <summary>A trace's id for a run that was made in none: its own id, which is as long and as random.</summary>
    public static string TraceOf(string runId) => Guid.TryParse(runId, out var id) && id != Guid.Empty ? id.ToString("N") : Hash(runId, 16);

    /// <summary>The id of a part of the run.</summary>
    /// <param name="traceId">Its trace.</param>
    /// <param name="part">Which part: <c>step/2</c>.</param>
    public static string Of(string traceId, string part) => Hash($"{traceId}/{part}", 8);

    private static string Hash(string text, int bytes) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));
}
