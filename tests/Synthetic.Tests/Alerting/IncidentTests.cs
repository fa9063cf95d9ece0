using Synthetic.Core.Alerting;
using Synthetic.Core.Alerting.Incidents;

namespace Synthetic.Tests.Alerting;

/// <summary>What a notifier is told of causes that several scenarios share.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class IncidentTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    private readonly List<Alert> _told = [];
    private NotifierState _state = NotifierState.Empty;
    private DateTimeOffset _now = Runs.Start;

    [Test]
    public void SixScenariosInTwoLocationsAreOneMessageAndOneMoreWhenItIsOver()
    {
        var alerts = (from scenario in "abcdef" from location in new[] { "berlin", "paris" } select Slow($"{scenario}", location)).ToArray();
        Array.ForEach(alerts, Take);
        Assert.That(_told, Is.Empty);
        Pass(Wait);
        var told = _told.Single();
        Assert.That((told.State, told.Fingerprint.Length, told.Group), Is.EqualTo((AlertEvent.Firing, 16, "backend:db@shop.example")));
        Assert.That((told.Incident!.Scenarios, told.Incident.Affected.Count), Is.EqualTo((6, 12)));
        Assert.That(told.Message, Is.EqualTo(
            "db at shop.example: 6 scenarios (a, b, c, d, e, f) in 2 locations (berlin, paris) affected; worst: a: response 800 ms over 500 ms"));

        Pass(TimeSpan.FromMinutes(4));
        Array.ForEach(alerts, alert => Take(Over(alert)));
        Assert.That(_told, Has.Count.EqualTo(2));
        Assert.That((_told[1].State, _told[1].Fingerprint, _told[1].EndsAt), Is.EqualTo((AlertEvent.Resolved, told.Fingerprint, _now)));
        Assert.That(_told[1].Message, Does.StartWith("db at shop.example: over after 5 min; it was behind 6 scenarios (a, b, c, d, e, f) in 2 locations"));
        Assert.That(_state.Incidents, Is.Empty);
    }

    [Test]
    public void WhatNobodySharesIsToldAtOnceAsItIs()
    {
        var alert = Slow("a", "berlin") with { Group = null };
        Take(alert);
        Take(alert with { State = AlertEvent.Updated, Group = "backend:db@shop.example" });
        Take(Over(alert));
        Assert.That(_told.Select(told => (told.State, told.Fingerprint, told.Incident)), Is.EqualTo(new (AlertEvent, string, IncidentSummary?)[]
        {
            (AlertEvent.Firing, "a-berlin", null), (AlertEvent.Updated, "a-berlin", null), (AlertEvent.Resolved, "a-berlin", null),
        }), "it stays what it began as");
    }

    [Test]
    public void OneThatJoinsLaterIsAnUpdate()
    {
        Take(Slow("a", "berlin"));
        Pass(Wait);
        Take(Slow("b", "berlin"));
        Take(Slow("c", "berlin"));
        Pass(Wait);
        Take(Over(Slow("a", "berlin")));
        Take(Over(Slow("b", "berlin")));
        Pass(Wait);
        Assert.That(_told.Select(told => (told.State, told.Incident!.Number, told.Incident.Affected.Count)), Is.EqualTo(new[]
        {
            (AlertEvent.Firing, 0, 1), (AlertEvent.Updated, 1, 3),
        }), "that some are well again is told with the end");
    }

    [Test]
    public void WhatIsOverBeforeItWasToldIsToldAllTheSame()
    {
        Take(Slow("a", "berlin"));
        Take(Over(Slow("a", "berlin")));
        Assert.That(_told.Select(told => told.State), Is.EqualTo(new[] { AlertEvent.Firing, AlertEvent.Resolved }));
    }

    [Test]
    public void ThatItLastsIsSaidOnceForAll()
    {
        Alert[] alerts = [Slow("a", "berlin"), Slow("b", "berlin")];
        Array.ForEach(alerts, Take);
        Pass(Wait);
        foreach (var repeated in new[] { 1, 2 })
        {
            Pass(TimeSpan.FromHours(1));
            Array.ForEach(alerts, alert => Take(alert with { Repeated = repeated }));
            Pass(Wait);
        }
        Assert.That(_told.Select(told => (told.State, told.Repeated)), Is.EqualTo(new[] { (AlertEvent.Firing, 0), (AlertEvent.Firing, 1), (AlertEvent.Firing, 2) }));
    }

    [Test]
    public void AnotherCulpritIsAnUpdateOfTheSameIncident()
    {
        Take(Slow("a", "berlin"));
        Pass(Wait);
        Take(Slow("a", "berlin") with { State = AlertEvent.Updated, Group = "backend:cache@shop.example" });
        Pass(Wait);
        Assert.That(_told.Select(told => (told.State, told.Group)), Is.EqualTo(new[]
        {
            (AlertEvent.Firing, "backend:db@shop.example"), (AlertEvent.Updated, "backend:db@shop.example"),
        }));
    }

    [Test]
    public void TheStateGoesThroughItsTextUnchanged()
    {
        Take(Slow("a", "berlin"));
        Assert.That(AlertJson.Write(AlertJson.ReadNotifierState(AlertJson.Write(_state))), Is.EqualTo(AlertJson.Write(_state)));
    }

    /// <summary>Whatever conditions come and go in whatever order: what was told to fire was told to end, once, when all is over.</summary>
    [Test]
    public void EachFiringHasOneEndOnceAllIsOver([Range(0, 199)] int seed)
    {
        var random = new Random(seed);
        var firing = new Dictionary<string, Alert>();
        for (var n = 0; n < 60; n++)
        {
            var alert = Slow($"{"abcd"[random.Next(4)]}", random.Next(2) == 0 ? "berlin" : "paris") with
            {
                Group = random.Next(3) switch { 0 => null, 1 => "backend:db@shop.example", _ => "backend:cache@shop.example" },
                RunId = $"run-{n}",
            };
            if (firing.Remove(alert.Fingerprint, out var open))
                Take(random.Next(2) == 0 ? Over(open) : firing[alert.Fingerprint] = alert with { State = AlertEvent.Updated });
            else
                Take(firing[alert.Fingerprint] = alert);
            Pass(TimeSpan.FromSeconds(random.Next(90)));
        }
        foreach (var open in firing.Values)
            Take(Over(open));
        foreach (var told in _told.GroupBy(alert => alert.Fingerprint))
        {
            AlertEvent[] ends = [.. told.Where(alert => alert.State != AlertEvent.Updated && alert.Repeated == 0).Select(alert => alert.State)];
            Assert.That(ends, Is.EqualTo(Enumerable.Range(0, ends.Length).Select(n => n % 2 == 0 ? AlertEvent.Firing : AlertEvent.Resolved)));
            Assert.That(ends[^1], Is.EqualTo(AlertEvent.Resolved));
        }
        Assert.That(_state.Incidents, Is.Empty);
        Assert.That(_told.Where(alert => alert.Incident is not null).Select(alert => (alert.Fingerprint, alert.State, alert.Incident!.Number, alert.RunId)), Is.Unique);
    }

    private void Take(Alert alert) => Tell(IncidentEvaluator.Take(_state, alert, Wait, _now));

    private void Pass(TimeSpan time)
    {
        _now += time;
        Tell(IncidentEvaluator.TakeDue(_state, _now));
    }

    private void Tell((NotifierState State, IReadOnlyList<Alert> Messages) told)
    {
        _state = told.State;
        _told.AddRange(told.Messages);
    }

    private Alert Over(Alert alert) => alert with { State = AlertEvent.Resolved, EndsAt = _now, Message = $"{alert.Scenario}: response back" };

    private static Alert Slow(string scenario, string location) => new()
    {
        State = AlertEvent.Firing,
        Fingerprint = $"{scenario}-{location}",
        Group = "backend:db@shop.example",
        Severity = AlertSeverity.Warning,
        Scenario = scenario,
        Location = location,
        Metric = "response",
        Limit = 500,
        Actual = 800,
        RunId = "run-0",
        StartsAt = Runs.Start,
        Message = $"{scenario}: response 800 ms over 500 ms",
    };
}
