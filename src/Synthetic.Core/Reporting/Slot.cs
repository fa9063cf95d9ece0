namespace Synthetic.Core.Reporting;

/// <summary>A scheduled time of a scenario at a location: it ends in exactly one record.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Location">Where it is run.</param>
/// <param name="At">The planned time, UTC, to the millisecond.</param>
/// <param name="RunId">The id of the record that is opened for it; a run that ends brings its own.</param>
/// <param name="ClaimedAt">When the record was opened, UTC.</param>
public sealed record Slot(string Scenario, string Location, DateTimeOffset At, string RunId, DateTimeOffset ClaimedAt)
{
    /// <summary>A slot that is claimed now.</summary>
    public static Slot Claimed(string scenario, string location, DateTimeOffset at, DateTimeOffset now) =>
        new(scenario, location, at, Guid.CreateVersion7(now).ToString(), now);
}
