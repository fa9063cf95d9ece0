using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Shapes;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>Requests that are sent before the first step and after the last one.</summary>
internal static class CallShapes
{
    private static readonly MapShape<string> Captures =
        new(new TextShape("a path like \"order.id\", or nothing for the whole text", 0, 500), VariableText.Pattern, VariableText.Must);

    public static Shape<IReadOnlyList<CallConfig>> Calls { get; } = new ListShape<CallConfig>(Call(), "requests like { \"post\": \"/api/reset\" }", 1, 50);

    private static ObjectShape<CallConfig> Call()
    {
        var call = new ObjectShape<CallConfig>("request", "{ \"post\": \"/api/reset\" }");
        foreach (var method in HttpCall.Methods)
            call.Key(method, AddressText.Goto, (one, url) => (one.Method, one.Url) = (method, url), $"Sends a {method.ToUpperInvariant()} to an address; relative ones start at baseUrl.");
        return call
            .Key("headers", BrowserShapes.Headers, (one, headers) => one.Headers = headers, "Headers.")
            .Key("json", new JsonShape(), (one, json) => one.Json = json, "The body, as JSON.")
            .Key("body", new TextShape("a text", 0, 100_000) { Lines = true }, (one, body) => one.Body = body, "The body, as text.")
            .Key("status", new NumberShape(100, 599, whole: true), (one, status) => one.Status = (int)status, "The status that it must have; default: any below 400.")
            .Key("capture", Captures, (one, captures) => one.Capture = captures, "What is read from the answer's JSON for the steps: variables and paths like \"order.id\".")
            .Rule(new OneKey("one of", HttpCall.Methods, "make a request of each"))
            .Rule(new AtMostOneKey(["json", "body"], "keep one"));
    }
}
