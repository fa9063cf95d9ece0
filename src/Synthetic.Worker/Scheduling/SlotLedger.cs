namespace Synthetic.Worker.Scheduling;

/// <summary>Sees to it that each tick of a plan is accounted for once: by a run, or as missed.</summary>
/// <param name="plan">The plan.</param>
internal sealed class SlotLedger(SlotPlan plan)
{
    /// <summary>No more slots than this are passed over one by one: a clock set right after years must not fill the log.</summary>
    public const int MostPassedOver = 10_000;

    private readonly Lock _gate = new();
    private DateTimeOffset _until = DateTimeOffset.MaxValue;

    /// <summary>Begins to count: ticks up to an instant are nobody's, and none is anybody's before this is called.</summary>
    public void Begin(DateTimeOffset since)
    {
        lock (_gate)
            _until = since;
    }

    /// <summary>Takes a tick, and with it every one before it that nobody took.</summary>
    /// <returns>Whether it was still to be had, and the ones passed over.</returns>
    public (bool Mine, IReadOnlyList<DateTimeOffset> PassedOver) Take(DateTimeOffset tick)
    {
        lock (_gate)
        {
            if (tick <= _until)
                return (false, []);
            DateTimeOffset[] passedOver = [.. plan.Between(_until, tick).Take(MostPassedOver)];
            _until = tick;
            return (true, passedOver);
        }
    }

    /// <summary>Takes every tick up to and including an instant.</summary>
    public IReadOnlyList<DateTimeOffset> GiveUp(DateTimeOffset instant)
    {
        lock (_gate)
        {
            if (instant <= _until)
                return [];
            DateTimeOffset[] passedOver = [.. plan.Between(_until, instant.AddTicks(1)).Take(MostPassedOver)];
            _until = instant;
            return passedOver;
        }
    }
}
