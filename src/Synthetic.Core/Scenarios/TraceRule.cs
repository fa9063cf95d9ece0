namespace Synthetic.Core.Scenarios;

/// <summary>Which of a scenario's requests carry the run's trace context in a <c>traceparent</c> header, where traces are exported.</summary>
/// <param name="Send">Whether any do. Default: yes.</param>
/// <param name="Origins">Origins besides that of <c>baseUrl</c>.</param>
public sealed record TraceRule(bool Send, IReadOnlyList<Uri> Origins)
{
    /// <summary>Those to the origin of <c>baseUrl</c>.</summary>
    public static TraceRule Default { get; } = new(true, []);
}
