namespace Synthetic.Core.ServerTiming;

/// <summary>One metric of a <c>Server-Timing</c> header (W3C Server Timing, section 2).</summary>
/// <param name="Name">The metric's name, a token: <c>db</c>, <c>cache</c>.</param>
/// <param name="Ms">Its duration in milliseconds; 0 where the header gave none.</param>
/// <param name="Description">Its description; empty where the header gave none.</param>
public sealed record ServerTimingMetric(string Name, double Ms, string Description = "")
{
    /// <summary>Whether a metric is part of another by its name: <c>payments.db</c> of <c>payments</c>.</summary>
    internal static bool IsPartOfOther(string name, IReadOnlySet<string> names)
    {
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = name.IndexOf('.', dot + 1))
        {
            if (names.Contains(name[..dot]))
                return true;
        }
        return false;
    }
}
