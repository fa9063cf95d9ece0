using Synthetic.Core.Records;

namespace Synthetic.Results;

/// <summary>How a run ended, as tables and records spell it.</summary>
internal static class StatusText
{
    public static string Of(RunStatus status) => $"{status}".ToLowerInvariant();

    public static RunStatus Read(string text) => Enum.Parse<RunStatus>(text, ignoreCase: true);
}
