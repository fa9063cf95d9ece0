using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Synthetic.ServerTiming;

namespace Synthetic.Tests.ServerTiming;

internal sealed class ServerTimingRollupTests
{
    [Test]
    public async Task TheCalledServicesMetricsBecomePartsOfTheCall()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var payments = await Service.StartAsync((context, timing) =>
        {
            context.Response.Headers.Append("Server-Timing", "bank;dur=7;desc=\"of another field\", bad{name;dur=1, wrong;dur=-4, huge;dur=1e300");
            using (timing.Measure("db"))
                time.Advance(TimeSpan.FromMilliseconds(50));
            return Task.CompletedTask;
        }, time: time);
        await using var shop = await StartCallerAsync(payments.Uri, time);

        var metrics = await shop.MetricsAsync();

        Assert.That(metrics.Keys, Is.EquivalentTo((string[])["payments", "payments.bank", "payments.wrong", "payments.huge", "payments.db", "payments.total", "total"]));
        Assert.That((metrics["payments.db"].Ms, metrics["payments"].Ms), Is.EqualTo((50d, 50d)));
        Assert.That((metrics["payments.bank"].Ms, metrics["payments.bank"].Description), Is.EqualTo((7d, "of another field")));
        Assert.That(metrics["payments.wrong"].Ms, Is.Zero);
    }

    [Test]
    public async Task ACallThatFailsStillCounts()
    {
        Uri gone;
        await using (var payments = await Service.StartAsync((_, _) => Task.CompletedTask))
            gone = payments.Uri;
        await using var shop = await StartCallerAsync(gone);
        Assert.That(await shop.MetricsAsync(), Does.ContainKey("payments"));
    }

    [Test]
    public async Task OutsideOfARequestNothingHappens()
    {
        await using var payments = await Service.StartAsync((_, _) => Task.CompletedTask);
        await using var shop = await StartCallerAsync(payments.Uri);
        using var client = shop.Services.GetRequiredService<IHttpClientFactory>().CreateClient("payments");
        using var response = await client.GetAsync(payments.Uri);
        Assert.That(response.IsSuccessStatusCode);
    }

    [Test]
    public void AWrongPrefixIsRefusedAtStart() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddHttpClient("payments").AddServerTimingRollup("my payments"));

    private static Task<Service> StartCallerAsync(Uri called, TimeProvider? time = null) => Service.StartAsync(async (context, _) =>
    {
        using var client = context.RequestServices.GetRequiredService<IHttpClientFactory>().CreateClient("payments");
        try
        {
            using var response = await client.GetAsync(called);
        }
        catch (HttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
    }, services: services => services.AddHttpClient("payments").AddServerTimingRollup("payments"), time: time);
}
