using Synthetic.Browser.Tracing;
using Synthetic.Core.Scenarios;

namespace Synthetic.Tests.Browser.Tracing;

public sealed class TracedOriginsTests
{
    [TestCase("https://shop.example/path?x=1", "https://shop.example")]
    [TestCase("https://shop.example:443/", "https://shop.example")]
    [TestCase("http://127.0.0.1:5000/", "http://127.0.0.1:5000")]
    [TestCase("http://[::1]:5000/", "http://[::1]:5000")]
    [TestCase("https://bücher.example/", "https://xn--bcher-kva.example")]
    public void AnOriginIsWrittenAsTheBrowserDoes(string baseUrl, string origin) =>
        Assert.That(Of(baseUrl).All, Is.EqualTo(new[] { origin }));

    [TestCase("https://shop.example/order", null, true, Description = "the page itself, or one of its simple requests")]
    [TestCase("https://shop.example/order", "https://shop.example", true, Description = "a request of the own page that writes")]
    [TestCase("https://shop.example/order", "https://ads.example", false, Description = "another origin would have to ask for leave")]
    [TestCase("https://api.example/order", "https://shop.example", true, Description = "an origin that the scenario names")]
    [TestCase("https://shop.example/order", "null", false, Description = "a frame without an origin")]
    public void ARequestForWhichAnotherOriginWouldHaveToAskIsLeftAlone(string url, string? asking, bool carries) =>
        Assert.That(Of("https://shop.example/", "https://api.example").MayCarry(url, asking), Is.EqualTo(carries));

    [Test]
    public void AScenarioWithoutAnAddressOrThatSendsNoneHasNoOrigins()
    {
        Assert.That(TracedOrigins.Of(new Scenario { Name = "free" }).All, Is.Empty);
        Assert.That(TracedOrigins.Of(new Scenario { Name = "off", BaseUrl = new Uri("https://shop.example"), Trace = new TraceRule(false, [new Uri("https://api.example")]) }).All, Is.Empty);
    }

    private static TracedOrigins Of(string baseUrl, params string[] named) =>
        TracedOrigins.Of(new Scenario { Name = "test", BaseUrl = new Uri(baseUrl), Trace = new TraceRule(true, [.. named.Select(one => new Uri(one))]) });
}
