using System.Buffers;
using Synthetic.Core.ServerTiming;

namespace Synthetic.ServerTiming;

/// <summary>The rule for a metric's name: a token of RFC 9110, section 5.6.2.</summary>
internal static class MetricName
{
    private static readonly SearchValues<char> Token = SearchValues.Create(
        "!#$%&'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz|~");

    internal static bool IsValid(string name) =>
        name.Length is > 0 and <= ServerTimingHeader.MaxNameLength && !name.AsSpan().ContainsAnyExcept(Token);

    internal static void Require(string name, string parameter)
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        if (!IsValid(name))
            throw new ArgumentException(
                $"A metric's name must be 1 to {ServerTimingHeader.MaxNameLength} letters, digits or any of !#$%&'*+-.^_`|~, was '{name}'",
                parameter);
    }
}
