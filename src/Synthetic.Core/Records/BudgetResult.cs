using System.Text.Json.Serialization;

namespace Synthetic.Core.Records;

/// <summary>A budget and how it fared.</summary>
/// <param name="Metric">What was limited.</param>
/// <param name="Step">The step it belongs to; absent for the whole run.</param>
/// <param name="Limit">The limit: milliseconds, or a score; <c>null</c> where it follows from a baseline that was not known.</param>
/// <param name="Actual">The value; <c>null</c> where it could not be measured.</param>
/// <param name="Ok">Whether the value is within the limit; <c>null</c> where there is no value, or no limit, to judge.</param>
public sealed record BudgetResult(
    string Metric,
    string? Step,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Limit,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Actual,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool? Ok)
{
    /// <summary>The baseline that the limit was made from, in milliseconds; absent for a limit that is a number of its own.</summary>
    public double? BaselineMs { get; init; }

    /// <summary>How much over the baseline the limit is, in percent; absent likewise.</summary>
    public int? Percent { get; init; }

    /// <summary>Why it is not judged: there is no limit, no value, or its step failed; absent where it is.</summary>
    public string? Reason { get; init; }
}
