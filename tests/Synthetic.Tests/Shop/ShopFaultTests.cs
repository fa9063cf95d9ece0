using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Synthetic.Shop;

namespace Synthetic.Tests.Shop;

/// <summary>A timer may fire a few milliseconds early: its clock is coarse. So the lower limits leave 10 ms.</summary>
internal sealed class ShopFaultTests
{
    [TestCase("db")]
    [TestCase("cache")]
    [TestCase("auth")]
    [TestCase("external")]
    public async Task AServerFaultStandsInItsOwnMetricAndInTheTotal(string fault)
    {
        await using var visitor = await Visitor.EnterAsync($"{fault}=120");
        using var response = await visitor.OrderAsync();
        var metrics = Visitor.MetricsOf(response);
        Assert.That(metrics[fault], Is.InRange(110, metrics["total"]));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task TheSecondServiceReportsItsOwnDatabase()
    {
        await using var visitor = await Visitor.EnterAsync("external=80");
        using var response = await visitor.OrderAsync();
        var metrics = Visitor.MetricsOf(response);
        Assert.That(metrics["external.db"], Is.InRange(70, metrics["external"]));
    }

    [Test]
    public async Task TransitIsInNoMetric()
    {
        await using var visitor = await Visitor.EnterAsync();
        await visitor.OrderAsync();
        var watch = Stopwatch.StartNew();
        using var response = await visitor.OrderAsync("?transit=400");
        Assert.That(watch.ElapsedMilliseconds, Is.GreaterThanOrEqualTo(390));
        Assert.That(watch.ElapsedMilliseconds - Visitor.MetricsOf(response)["total"], Is.GreaterThanOrEqualTo(385));
    }

    [Test]
    public async Task OnlyTheOrderIsSlow()
    {
        await using var visitor = await Visitor.EnterAsync("db=5s", "cache=5s", "auth=5s", "external=5s", "transit=5s");
        var watch = Stopwatch.StartNew();
        await visitor.Http.GetStringAsync("/");
        await visitor.Http.GetStringAsync("/api/products");
        await visitor.AddToCartAsync(new { productId = 1 });
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task TheQueryOverridesTheShopKeyByKey()
    {
        await using var visitor = await Visitor.EnterAsync("db=5s", "cache=60");
        using var response = await visitor.OrderAsync("?db=90");
        var metrics = Visitor.MetricsOf(response);
        Assert.That(metrics["db"], Is.InRange(80, 4000));
        Assert.That(metrics["cache"], Is.GreaterThanOrEqualTo(50));
    }

    [TestCase("/api/price")]
    [TestCase("/api/checks/stock")]
    public async Task NeedlessRequestsTakeADatabasesTime(string path)
    {
        await using var visitor = await Visitor.EnterAsync();
        using var usual = await visitor.Http.GetAsync(path);
        using var slow = await visitor.Http.GetAsync(path + "?db=150");
        Assert.That(Visitor.MetricsOf(usual)["db"], Is.GreaterThanOrEqualTo(30));
        Assert.That(Visitor.MetricsOf(slow)["db"], Is.GreaterThanOrEqualTo(140));
    }

    [Test]
    public async Task BloatGoesPastTheBudget()
    {
        await using var visitor = await Visitor.EnterAsync("bloat=500");
        using var response = await visitor.OrderAsync();
        Assert.That(response.Headers.GetValues("Server-Timing").Sum(f => f.Length), Is.GreaterThan(6144));
        Assert.That(Visitor.MetricsOf(response), Does.ContainKey("db").And.ContainKey("x1"));
    }

    [TestCase("error=1", HttpStatusCode.InternalServerError)]
    [TestCase("error=503", HttpStatusCode.ServiceUnavailable)]
    public async Task AFailedOrderStoresNothing(string fault, HttpStatusCode expected)
    {
        await using var visitor = await Visitor.EnterAsync(fault);
        using var response = await visitor.OrderAsync();
        Assert.That(response.StatusCode, Is.EqualTo(expected));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Order failed"));
        Assert.That(await visitor.Shop.CountOrdersAsync(CancellationToken.None), Is.Zero);
    }

    [TestCase("/")]
    [TestCase("/shop.css")]
    [TestCase("/api/products")]
    [TestCase("/api/price")]
    [TestCase("/nowhere")]
    public async Task NoHeaderMeansNone(string path)
    {
        await using var visitor = await Visitor.EnterAsync("no-header=1", "bloat=5");
        using var response = await visitor.Http.GetAsync(path);
        Assert.That(response.Headers.Contains("Server-Timing"), Is.False);
    }

    [Test]
    public async Task TheThirdPartyIsAnotherOriginThatKeepsItsTimingToItself()
    {
        await using var visitor = await Visitor.EnterAsync();
        var page = await visitor.Http.GetStringAsync("/");
        var url = JsonDocument.Parse(page.Split("id=\"state\">")[1].Split("</script>")[0]).RootElement.GetProperty("thirdPartyUrl").GetString();
        using var response = await visitor.Http.GetAsync(url + "?wait=60");
        Assert.That(response.RequestMessage!.RequestUri!.Port, Is.Not.EqualTo(visitor.Shop.BaseUri.Port));
        Assert.That(Visitor.MetricsOf(response)["ads"], Is.GreaterThanOrEqualTo(50));
        Assert.That(response.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(["*"]));
        Assert.That(response.Headers.Contains("Timing-Allow-Origin"), Is.False);
    }

    [Test]
    public async Task FaultsAreSwitchedWhileTheShopRuns()
    {
        await using var visitor = await Visitor.EnterAsync("cache=70");
        visitor.Shop.SetFaults(new FaultSet { AuthMs = 70 });
        using var put = await visitor.Http.PutAsync("/faults?db=80", new FormUrlEncodedContent([KeyValuePair.Create("sync", "1")]));
        Assert.That(put.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(visitor.Shop.Faults, Is.EqualTo(new FaultSet { DbMs = 80, Sync = true }));
        Assert.That(await visitor.Http.GetStringAsync("/faults"), Does.StartWith("{\"db\":80,\"cache\":0,\"auth\":0,").And.Contain("\"sync\":1"));
    }

    [TestCase("GET", "/?dbb=1")]
    [TestCase("GET", "/api/products?dbb=1")]
    [TestCase("PUT", "/faults?dbb=1")]
    public async Task AMistypedFaultIsRefusedAndNotIgnored(string method, string path)
    {
        await using var visitor = await Visitor.EnterAsync("db=10");
        using var response = await visitor.Http.SendAsync(new(new(method), path));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.That(problem.GetProperty("detail").GetString(), Is.EqualTo("unknown fault 'dbb'; did you mean 'db'?"));
        Assert.That(visitor.Shop.Faults.DbMs, Is.EqualTo(10));
    }
}
