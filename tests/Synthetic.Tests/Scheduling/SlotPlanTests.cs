using Synthetic.Core.Scenarios;
using Synthetic.Worker.Scheduling;

namespace Synthetic.Tests.Scheduling;

public sealed class SlotPlanTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void SlotsStayWhereTheyAreOverRestarts()
    {
        var plan = new SlotPlan("place-order", new Schedule { Every = TimeSpan.FromMinutes(7) });
        var first = plan.NextAfter(Noon)!.Value;
        Assert.That(plan.NextAfter(first.AddTicks(-1)), Is.EqualTo(first));
        Assert.That(plan.NextAfter(first), Is.EqualTo(first.AddMinutes(7)));
        Assert.That((first - DateTimeOffset.UnixEpoch).Ticks % TimeSpan.FromMinutes(7).Ticks,
            Is.EqualTo(StartOffset.Of("place-order", TimeSpan.FromMinutes(7)).Ticks), "aligned to the epoch");
    }

    [Test]
    public void ManyScenariosSpreadOverTheInterval()
    {
        var minute = TimeSpan.FromMinutes(1);
        var quarters = Enumerable.Range(0, 400)
            .Select(i => new SlotPlan($"scenario-{i}", new Schedule { Every = minute }).NextAfter(Noon)!.Value - Noon)
            .CountBy(start => (int)(start.TotalSeconds / 15)).ToDictionary();
        Assert.That(quarters.Values, Is.All.InRange(60, 140));
    }

    [Test]
    public void NoJitterStartsOnTheHour()
    {
        var plan = new SlotPlan("any", new Schedule { Every = TimeSpan.FromHours(1), Jitter = TimeSpan.Zero });
        Assert.That(plan.NextAfter(Noon.AddMinutes(1)), Is.EqualTo(Noon.AddHours(1)));
    }

    [Test]
    public void ATimeThatTheClockChangeSkipsOrRepeatsIsOneSlot()
    {
        var berlin = new SlotPlan("any", new Schedule { Cron = "0 30 2 * * ?", TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") });
        var spring = berlin.Between(Utc(2026, 3, 28), Utc(2026, 3, 31)).Select(tick => tick.ToString("MM-dd HH:mm"));
        var autumn = berlin.Between(Utc(2026, 10, 24), Utc(2026, 10, 27)).Select(tick => tick.ToString("MM-dd HH:mm"));
        Assert.That(spring, Is.EqualTo(Listed("03-28 01:30", "03-29 01:00", "03-30 00:30")), "2:30 does not exist: at 3:00, when it would have been");
        Assert.That(autumn, Is.EqualTo(Listed("10-24 00:30", "10-25 00:30", "10-26 01:30")), "2:30 comes twice: the first one");
    }

    [Test]
    public void HashFieldsAndJitterFollowTheName()
    {
        var schedule = new Schedule { Cron = "H H/5 * * * ?", Jitter = TimeSpan.FromMinutes(2) };
        var one = new SlotPlan("one", schedule);
        Assert.That(one.NextAfter(Noon), Is.EqualTo(new SlotPlan("one", schedule).NextAfter(Noon)));
        Assert.That(one.Delay, Is.EqualTo(StartOffset.Of("one", TimeSpan.FromMinutes(2))));
        Assert.That(Enumerable.Range(0, 20).Select(i => new SlotPlan($"{i}", schedule).NextAfter(Noon)).Distinct().Count(), Is.GreaterThan(10));
    }

    [TestCase("0 0/5 * * * ?", null)]
    [TestCase("H H/5 * * * ?", null)]
    [TestCase("0 61 * * * ?", "Minute and Second values must be between 0 and 59")]
    public void ACronExpressionIsCheckedWithoutRunningIt(string expression, string? error) =>
        Assert.That(CronSyntax.Error(expression), Is.EqualTo(error));

    [Test]
    public void ACrontabLineIsExplained() =>
        Assert.That(CronSyntax.Error("*/5 * * * *"), Does.Contain("Prepend a seconds field: \"0 */5 * * * *\"").And.Not.Contain("CronFormat"));

    [Test]
    public void ALedgerHandsOutEachTickOnce()
    {
        var ledger = new SlotLedger(new SlotPlan("any", new Schedule { Every = TimeSpan.FromMinutes(1), Jitter = TimeSpan.Zero }));
        Assert.That(ledger.Take(Noon).Mine, Is.False, "it has not begun");
        Assert.That(ledger.GiveUp(Noon), Is.Empty);
        ledger.Begin(Noon);
        var (mine, passedOver) = ledger.Take(Noon.AddMinutes(3));
        Assert.That(mine, Is.True);
        Assert.That(passedOver, Is.EqualTo(Listed(Noon.AddMinutes(1), Noon.AddMinutes(2))));
        Assert.That(ledger.Take(Noon.AddMinutes(3)).Mine, Is.False);
        Assert.That(ledger.GiveUp(Noon.AddMinutes(5)), Is.EqualTo(Listed(Noon.AddMinutes(4), Noon.AddMinutes(5))));
        Assert.That(ledger.Take(Noon.AddMinutes(5)).Mine, Is.False);
    }

    private static DateTimeOffset Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    private static T[] Listed<T>(params T[] items) => items;
}
