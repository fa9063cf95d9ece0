using System.Text.Json.Serialization;

namespace Synthetic.Core.Records;

/// <summary>A budget and how it fared.</summary>
/// <param name="Metric">What was limited.</param>
/// <param name="Step">The step it belongs to; absent for the whole run.</param>
/// <param name="Limit">The limit: milliseconds, or a score.</param>
/// <param name="Actual">The value; <c>null</c> where it could not be measured.</param>
/// <param name="Ok">Whether the value is within the limit; <c>null</c> where there is no value to judge.</param>
public sealed record BudgetResult(
    string Metric,
    string? Step,
    double Limit,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Actual,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool? Ok);
