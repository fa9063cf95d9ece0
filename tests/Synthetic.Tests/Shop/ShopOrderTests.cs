using System.Net;
using System.Text.Json;
using Synthetic.Shop;

namespace Synthetic.Tests.Shop;

internal sealed class ShopOrderTests
{
    [Test]
    public async Task AnOrderIsStoredAndEmptiesTheCart()
    {
        await using var visitor = await Visitor.EnterAsync();
        await visitor.AddToCartAsync(new { productId = 2, quantity = 3 });
        using var response = await visitor.OrderAsync();
        var order = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(order.GetProperty("number").GetString(), Is.EqualTo("A-1001"));
        Assert.That(order.GetProperty("totalCents").GetInt64(), Is.EqualTo(3 * 1850 + 6900));
        Assert.That(response.Headers.Location!.ToString(), Is.EqualTo("/orders/1001/confirmation"));
        Assert.That(await visitor.Shop.CountOrdersAsync(CancellationToken.None), Is.EqualTo(1));
        Assert.That(await visitor.Http.GetStringAsync("/api/cart"), Does.Contain("\"count\":0"));
    }

    [Test]
    public async Task ThePageCarriesProductsAndFaultsAndNoForeignMarkup()
    {
        await using var visitor = await Visitor.EnterAsync("handler=120");
        var page = await visitor.Http.GetStringAsync("/?db=400");
        Assert.That(page, Does.Contain("Walnut desk lamp").And.Contain("\"handler\":120").And.Contain("\"db\":400").And.Contain("action=\"/orders?db=400\""));
        Assert.That(page, Does.Not.Contain("{{"));
    }

    [Test]
    public async Task AnOrderByFormLeadsToAConfirmationOnlyItsVisitorSees()
    {
        await using var visitor = await Visitor.EnterAsync();
        await visitor.AddToCartAsync(new { productId = 1 });
        using var placed = await visitor.Http.PostAsync("/orders?navigate=1", null);
        Assert.That(placed.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(await visitor.Http.GetStringAsync(placed.Headers.Location), Does.Contain("Order confirmed").And.Contain("A-1001"));

        using var stranger = new HttpClient { BaseAddress = visitor.Shop.BaseUri };
        using var seen = await stranger.GetAsync(placed.Headers.Location);
        Assert.That(seen.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("""{"productId":99}""", "There is no product 99.")]
    [TestCase("""{"productId":1,"quantity":0}""", "The quantity must be 1 to 99, was 0.")]
    [TestCase("""{"productId":1,"quantity":100}""", "The quantity must be 1 to 99, was 100.")]
    [TestCase("nonsense", "Send JSON such as")]
    [TestCase("null", "Send JSON such as")]
    public async Task AWrongCartIsRefusedInWords(string body, string expected)
    {
        await using var visitor = await Visitor.EnterAsync();
        using var response = await visitor.Http.PostAsync("/api/cart", new StringContent(body));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.That(problem.GetProperty("detail").GetString(), Does.StartWith(expected));
    }

    [TestCase("/api/orders")]
    [TestCase("/orders")]
    public async Task AnEmptyCartCannotBeOrdered(string path)
    {
        await using var visitor = await Visitor.EnterAsync();
        using var response = await visitor.Http.PostAsync(path, null);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Your cart is empty"));
        Assert.That(await visitor.Shop.CountOrdersAsync(CancellationToken.None), Is.Zero);
    }

    [Test]
    public async Task OrdersOfAKeptFileSurviveTheShop()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Path.GetRandomFileName()}.db");
        try
        {
            for (var visit = 1; visit <= 2; visit++)
            {
                await using var shop = await ShopHost.StartAsync(new() { DatabasePath = path }, CancellationToken.None);
                using var http = new HttpClient { BaseAddress = shop.BaseUri };
                await http.PostAsync("/api/cart", new StringContent("""{"productId":1}"""));
                await http.PostAsync("/api/orders", null);
                Assert.That(await shop.CountOrdersAsync(CancellationToken.None), Is.EqualTo(visit));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public async Task ATakenPortIsAnErrorAndNotAHang()
    {
        await using var first = await ShopHost.StartAsync(new(), CancellationToken.None);
        await Assert.ThrowsAsync<IOException>(() => ShopHost.StartAsync(new() { Port = first.BaseUri.Port }, CancellationToken.None));
    }
}
