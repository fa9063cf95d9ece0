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

    [TestCase("https://shop.example/order?id=1", true)]
    [TestCase("https://api.example/order", true, Description = "an origin that the scenario names")]
    [TestCase("http://shop.example/order", false, Description = "another scheme")]
    [TestCase("https://shop.example.evil.example/", false)]
    public void OnlyRequestsToTheseOriginsAreMeant(string url, bool meant) =>
        Assert.That(Of("https://shop.example/", "https://api.example").Hold(url), Is.EqualTo(meant));

    [Test]
    public void AScenarioWithoutAnAddressOrThatSendsNoneHasNoOrigins()
    {
        Assert.That(TracedOrigins.Of(new Scenario { Name = "free" }).All, Is.Empty);
        Assert.That(TracedOrigins.Of(new Scenario { Name = "off", BaseUrl = new Uri("https://shop.example"), Trace = new TraceRule(false, [new Uri("https://api.example")]) }).All, Is.Empty);
    }

    private static TracedOrigins Of(string baseUrl, params string[] named) =>
        TracedOrigins.Of(new Scenario { Name = "test", BaseUrl = new Uri(baseUrl), Trace = new TraceRule(true, [.. named.Select(one => new Uri(one))]) });
}
