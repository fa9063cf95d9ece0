using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Secrets;

namespace Synthetic.Tests.Secrets;

public sealed class RedactorTests
{
    private static Redactor For(params string[] values) => new(values.Select(value => new Secret("NAME", value)));

    [TestCase("hunter22", "password hunter22!", "password ***!")]
    [TestCase("a b&c/d", "GET /?q=a%20b%26c%2Fd", "GET /?q=***")]
    [TestCase("a b&c/d", "GET /?q=a%20b%26c%2fd", "GET /?q=***")]
    [TestCase("a b&c/d", "q=a+b%26c%2Fd", "q=***")]
    [TestCase("a b&c/d", "GET /a%20b&c/d", "GET /***")]
    [TestCase("say \"hi\"", """{"a":"say \"hi\""}""", """{"a":"***"}""")]
    [TestCase("say \"hi\"", "<p>say &quot;hi&quot;</p>", "<p>***</p>")]
    [TestCase("https://Shop.Example:443", "at https://shop.example/cart", "at https://***/cart")]
    [TestCase("https://me:pa55word@shop.example", "https://shop.example/cart with pa55word", "https://***/cart with ***")]
    [TestCase("http://127.0.0.1:5000/", "http://127.0.0.1:5000/api, ws://127.0.0.1:5000/live", "http://***/api, ws://***/live")]
    [TestCase("http://shop.example/app/", "http://shop.example/app/cart", "http://***/cart")]
    [TestCase("http://****", "http://****/cart", "***/cart")]
    public void ASecretGoesInEveryFormItTravelsIn(string secret, string text, string expected) =>
        Assert.That(For(secret).Redact(text), Is.EqualTo(expected));

    [TestCase("click button on page", "click button *** page")]
    [TestCase("on", "***")]
    [TestCase("one, non, on_off", "one, non, on_off")]
    [TestCase("on/off?on=1", "***/off?***=1")]
    public void AShortSecretGoesOnlyWhereItStandsAlone(string text, string expected) =>
        Assert.That(For("on").Redact(text), Is.EqualTo(expected));

    [TestCase("https://shop.example/live?access_token=ey.J_x-1&page=2", "https://shop.example/live?access_token=***&page=2")]
    [TestCase("GET /done?page=2&id_token=ey.J#top", "GET /done?page=2&id_token=***#top")]
    [TestCase("wss://shop.example/hub?id=Zb3_Token-x", "wss://shop.example/hub?id=***")]
    [TestCase("wss://shop.example/hub?id=Zb3_Token-x&access_token=ey.J", "wss://shop.example/hub?id=***&access_token=***")]
    [TestCase("wss://shop.example/hub?access_token=ey.J&id=Zb3_Token-x", "wss://shop.example/hub?access_token=***&id=***")]
    [TestCase("https://shop.example/_blazor?page=2&id=Zb3_Token-x", "https://shop.example/_blazor?page=2&id=***")]
    public void ATokenInAnAddressGoesThoughNobodyNamedIt(string text, string expected)
    {
        Assert.That(For().Redact(text), Is.EqualTo(expected));
        Assert.That(For().RedactJson(JsonSerializer.Serialize(text)), Is.EqualTo(JsonSerializer.Serialize(expected)));
        Assert.That(For("hunter22").Redact($"{text} hunter22"), Is.EqualTo($"{expected} ***"));
    }

    [TestCase("https://shop.example/orders?id=5&grid=6")]
    [TestCase("https://shop.example/_blazor/negotiate?negotiateVersion=1")]
    [TestCase("wss://shop.example/hub?id=***&access_token=***")]
    public void AnAddressWithoutATokenStays(string text)
    {
        var json = JsonSerializer.Serialize(text);
        Assert.That(For().Redact(text), Is.SameAs(text));
        Assert.That(For().RedactJson(json), Is.SameAs(json));
    }

    [Test]
    public void TheLongerSecretGoesFirst() =>
        Assert.That(For("pass", "password").Redact("password pass"), Is.EqualTo("*** ***"));

    [Test]
    public void AMaskThatCompletesAnotherSecretIsMaskedToo() =>
        Assert.That(For("abcd", "***x").Redact("abcdx"), Is.EqualTo("***"));

    [Test]
    public void JsonKeepsItsKeysNumbersAndSpaces() => Assert.That(
        For("12345", "name").RedactJson("""{ "name" : 12345, "12345": [ "12345 € é", "\u20ac", true ] }"""),
        Is.EqualTo("""{ "name" : 12345, "12345": [ "*** \u20AC \u00E9", "\u20ac", true ] }"""));

    [Test]
    public void WithoutSecretsNothingIsEvenParsed()
    {
        const string Text = "not json";
        Assert.That(For("", "***").RedactJson(Text), Is.SameAs(Text));
        Assert.That(For().Redact(Text), Is.SameAs(Text));
    }

    [Test]
    public void ABrokenEscapeGoesAltogether() =>
        Assert.That(For("secret").RedactJson("""{"a":"\ud800 secret"}"""), Is.EqualTo("""{"a":"***"}"""));

    [Test]
    public void NoLongSecretSurvivesInAnyStringValue() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Cases(), data =>
    {
        var (secrets, parts) = data;
        var json = new JsonObject { ["a"] = string.Concat(parts), ["b"] = new JsonArray(parts.Select(part => (JsonNode?)part).ToArray()) };
        var redacted = JsonNode.Parse(For(secrets).RedactJson(json.ToJsonString()))!;
        var strings = redacted["b"]!.AsArray().Append(redacted["a"]!.DeepClone()).Select(node => node!.GetValue<string>());
        return strings.All(text => secrets.Where(secret => secret.Length >= 4).All(secret => !text.Contains(secret, StringComparison.Ordinal)));
    }));

    // Few letters, so that secrets overlap, nest and meet the mask.
    private static Arbitrary<(string[] Secrets, string[] Parts)> Cases()
    {
        var text = Gen.Elements("a", "b", "*", "%", "\"", "\\", " ", "é", "&", "/", "http://").ArrayOf().Select(string.Concat);
        var secrets = text.ArrayOf().Where(all => all.Length > 0);
        return secrets.SelectMany(all => Gen.OneOf(text, Gen.Elements(all), Gen.Elements(all).Select(Uri.EscapeDataString), Gen.Elements(all).Select(JavaScriptEncoder.Default.Encode))
            .ArrayOf().Select(parts => (all, parts))).ToArbitrary();
    }
}
