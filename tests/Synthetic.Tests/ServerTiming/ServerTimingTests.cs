using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Synthetic.Tests.ServerTiming;

internal sealed class ServerTimingTests
{
    [Test]
    public async Task MeasuresOfOneNameAddUp()
    {
        await using var service = await Service.StartAsync((_, timing) =>
        {
            timing.Add("db", TimeSpan.FromMilliseconds(100), "orders");
            timing.Add("db", TimeSpan.FromMilliseconds(50.5));
            timing.Add("cache", TimeSpan.Zero);
            return Task.CompletedTask;
        });
        using var response = await service.GetAsync();
        Assert.That(Service.HeaderOf(response).Single(), Does.Match("""^db;dur=150\.5;desc="orders", cache, total(;dur=[\d.]+)?$"""));
    }

    [Test]
    public async Task AMeasureLastsUntilItIsDisposedAndCountsOnce()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var service = await Service.StartAsync((_, timing) =>
        {
            var measure = timing.Measure("db", "a \"quoted\" \\ text\r\nwith a line, and ü");
            Pass(time, 60);
            measure.Dispose();
            Pass(time, 30);
            measure.Dispose();
            return Task.CompletedTask;
        }, time: time);
        var metrics = await service.MetricsAsync();
        Assert.That((metrics["db"].Ms, metrics["total"].Ms), Is.EqualTo((60d, 90d)));
        Assert.That(metrics["db"].Description, Is.EqualTo("a \"quoted\" \\ text??with a line, and ?"));
    }

    [Test]
    public async Task AMeasureThatStillRunsCountsUpToTheStartOfTheResponse()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var service = await Service.StartAsync(async (context, timing) =>
        {
            using var measure = timing.Measure("stream");
            Pass(time, 40);
            await context.Response.WriteAsync("first");
            timing.Add("late", TimeSpan.FromSeconds(1));
            Pass(time, 200);
        }, time: time);
        var metrics = await service.MetricsAsync();
        Assert.That(metrics["stream"].Ms, Is.EqualTo(40));
        Assert.That(metrics, Does.Not.ContainKey("late"));
    }

    [Test]
    public async Task ManyThreadsMayMeasureAtOnce()
    {
        await using var service = await Service.StartAsync((_, timing) => Parallel.ForAsync(0, 2000, (i, _) =>
        {
            using (timing.Measure("open"))
                timing.Add("db", TimeSpan.FromMilliseconds(1));
            return ValueTask.CompletedTask;
        }));
        Assert.That((await service.MetricsAsync())["db"].Ms, Is.EqualTo(2000));
    }

    [Test]
    public async Task RequestsDoNotSeeEachOther()
    {
        await using var service = await Service.StartAsync((_, timing) =>
        {
            timing.Add("db", TimeSpan.FromMilliseconds(5));
            return Task.CompletedTask;
        });
        await service.MetricsAsync();
        Assert.That((await service.MetricsAsync())["db"].Ms, Is.EqualTo(5));
    }

    [TestCase("")]
    [TestCase("two words")]
    [TestCase("db;dur=1")]
    [TestCase("dü")]
    public async Task AWrongNameIsTheProgrammersError(string name)
    {
        Exception? caught = null;
        await using var service = await Service.StartAsync((_, timing) =>
        {
            caught = Assert.Catch(() => timing.Measure(name));
            return Task.CompletedTask;
        });
        await service.MetricsAsync();
        Assert.That(caught, Is.TypeOf<ArgumentException>());
        Assert.That(caught!.Message, Is.EqualTo($"A metric's name must be 1 to 128 letters, digits or any of !#$%&'*+-.^_`|~, was '{name}' (Parameter 'name')"));
    }

    [Test]
    public async Task OverTheBudgetTheSmallestAreDroppedAndCounted()
    {
        await using var service = await Service.StartAsync((_, timing) =>
        {
            for (var i = 1; i <= 100; i++)
                timing.Add($"metric-{i}", TimeSpan.FromMilliseconds(i));
            return Task.CompletedTask;
        }, o => o.MaxHeaderBytes = 200);
        using var response = await service.GetAsync();
        var header = Service.HeaderOf(response).Single();
        Assert.That(header, Has.Length.LessThanOrEqualTo(200));
        Assert.That(header, Does.Contain("metric-100;dur=100").And.Contain("total").And.Not.Contain("metric-1;"));
        var kept = header.Split(", ").Length - 1;
        Assert.That(header, Does.EndWith($"dropped;desc=\"{101 - kept}\""));
    }

    [Test]
    public async Task OnlyThoseTheGateLetsThroughSeeTimings()
    {
        await using var service = await Service.StartAsync((_, _) => Task.CompletedTask, o =>
        {
            o.Enabled = context => context.Request.Query.ContainsKey("insider");
            o.TimingAllowOrigin.Add("https://shop.example");
        });
        using var stranger = await service.GetAsync();
        using var insider = await service.Client.GetAsync(new Uri(service.Uri, "/?insider=1"));
        Assert.That(Service.HeaderOf(stranger), Is.Empty);
        Assert.That(Service.HeaderOf(stranger, "Timing-Allow-Origin"), Is.Empty);
        Assert.That(Service.HeaderOf(insider), Is.Not.Empty);
        Assert.That(Service.HeaderOf(insider, "Timing-Allow-Origin"), Is.EqualTo(["https://shop.example"]));
    }

    [Test]
    public async Task WithoutTotalAndMetricsThereIsNoHeader()
    {
        await using var service = await Service.StartAsync((_, _) => Task.CompletedTask, o => o.EmitTotal = false);
        using var response = await service.GetAsync();
        Assert.That(Service.HeaderOf(response), Is.Empty);
    }

    [Test]
    public async Task WrongOptionsStopTheStartAndAreAllNamed()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => Service.StartAsync((_, _) => Task.CompletedTask, o =>
        {
            o.MaxHeaderBytes = 9000;
            o.TimingAllowOrigin.Add("*");
            o.TimingAllowOrigin.Add("https://shop.example/");
        }));
        Assert.That(error!.Failures, Is.EqualTo((string[])
        [
            "MaxHeaderBytes must be 64 to 6144, was 9000",
            "TimingAllowOrigin[1] must be * or an origin such as https://shop.example, was 'https://shop.example/'",
        ]));
    }

    private static void Pass(FakeTimeProvider time, double ms) => time.Advance(TimeSpan.FromMilliseconds(ms));
}
