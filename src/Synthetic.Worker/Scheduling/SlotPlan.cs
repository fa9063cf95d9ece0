using Quartz;
using Synthetic.Core.Scenarios;

namespace Synthetic.Worker.Scheduling;

/// <summary>
/// When a scenario's slots are: pure, so that a slot is the same instant before and after a restart, and on every machine.
/// A slot fires at its <em>tick</em> and starts <see cref="Delay"/> later.
/// </summary>
internal sealed class SlotPlan
{
    private readonly TimeSpan _every;
    private readonly TimeSpan _offset;

    public SlotPlan(string name, Schedule schedule)
    {
        if (schedule.Every is { } every)
        {
            _every = every;
            _offset = StartOffset.Of(name, schedule.Jitter ?? every);
            return;
        }
        Cron = CronExpression.ParseWithHash(schedule.Cron!, name).WithTimeZone(schedule.TimeZone);
        Delay = StartOffset.Of(name, schedule.Jitter ?? TimeSpan.Zero);
    }

    /// <summary>The cron expression, its H fields filled in; <c>null</c> for intervals.</summary>
    public CronExpression? Cron { get; }

    /// <summary>How long after its tick a slot starts: a cron expression cannot be moved by less than its own steps.</summary>
    public TimeSpan Delay { get; }

    /// <summary>The most ticks that wait for their start at one time: a cron expression has one a second at most.</summary>
    public int MostWaiting => (int)Math.Ceiling(Delay.TotalSeconds);

    /// <summary>The first tick after an instant; <c>null</c> where there is none any more.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant)
    {
        if (Cron is not null)
            return Cron.GetNextValidTimeAfter(instant)?.ToUniversalTime();
        var since = instant - DateTimeOffset.UnixEpoch - _offset;
        var done = (long)Math.Floor((decimal)since.Ticks / _every.Ticks);
        return DateTimeOffset.UnixEpoch + _offset + ((done + 1) * _every);
    }

    /// <summary>The ticks between two instants, neither included, in order.</summary>
    public IEnumerable<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset before)
    {
        for (var tick = NextAfter(after); tick < before; tick = NextAfter(tick.Value))
            yield return tick.Value;
    }

    /// <summary>How Quartz keeps the same plan.</summary>
    public IScheduleBuilder Builder() => Cron is null
        ? SimpleScheduleBuilder.Create().WithInterval(_every).RepeatForever()
            .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)
        : CronScheduleBuilder.Create(Cron).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing);
}
