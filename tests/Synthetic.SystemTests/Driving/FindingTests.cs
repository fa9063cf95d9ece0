using Synthetic.Core.Records;

namespace Synthetic.SystemTests.Driving;

/// <summary>Every way of narrowing a LOCATOR down finds the one element that is meant.</summary>
[Parallelizable(ParallelScope.All)]
[CancelAfter(120_000)]
public sealed class FindingTests
{
    private const string Page = $$"""
        <ul>
          <li id=milk>Milk <button onclick="hit('milk')">Edit</button></li>
          <li id=bread>Bread <button onclick="hit('bread')">Edit</button></li>
          <li id=salt>Salt <button onclick="hit('salt')">Edit</button></li>
        </ul>
        <button onclick="hit('save')">Save</button> <button onclick="hit('save-as')">Save as copy</button>
        <button onclick="hit('upper')">CREATE THIS PAGE [E]</button>
        <label>Town <input onfocus="hit('town')"></label> <label>Town hall <input onfocus="hit('hall')"></label>
        <iframe id=outer srcdoc="<iframe id=pay srcdoc=&quot;{{"<button onclick='parent.parent.hit(1)'>Pay</button><p>Card accepted</p>"}}&quot;></iframe>"></iframe>
        <p id=hits></p>
        <script>function hit(what) { hits.append(what + ';'); }</script>
        """;

    private Rig _rig = null!;
    private TestSite _site = null!;

    [OneTimeSetUp]
    public async Task Open() => (_rig, _site) = (new Rig(), await TestSite.OfAsync(Page));

    [OneTimeTearDown]
    public async Task Close()
    {
        await _site.DisposeAsync();
        await _rig.DisposeAsync();
    }

    [TestCase("""{ "role": "button", "name": "Edit", "nth": 1 }""", "bread;")]
    [TestCase("""{ "role": "button", "name": "edit", "first": true }""", "milk;")]
    [TestCase("""{ "text": "Edit", "last": true }""", "salt;")]
    [TestCase("""{ "role": "button", "name": "Edit", "within": { "role": "listitem", "hasText": "bread" } }""", "bread;")]
    [TestCase("""{ "selector": "li", "hasText": "salt", "within": "ul" }""", "")]
    [TestCase("""{ "role": "button", "name": "Edit", "within": "#salt" }""", "salt;")]
    [TestCase("""{ "role": "button", "name": "as copy" }""", "save-as;")]
    [TestCase("""{ "role": "button", "name": "create this page" }""", "upper;")]
    [TestCase("""{ "label": "Town", "exact": true }""", "town;")]
    [TestCase("""{ "role": "button", "name": "Pay", "frame": { "selector": "#pay", "frame": "#outer" } }""", "1;")]
    [TestCase("""{ "text": "Pay", "within": "body", "frame": { "selector": "#pay", "frame": "#outer" } }""", "1;")]
    public async Task ALocatorFindsTheOneThatIsMeant(string locator, string hit) => WrittenScenario.AssertPassed(await _rig.RunAsync(
        _site.Uri, $$"""{ "click": {{locator}} }, { "waitFor": "body", "expect": { "attribute": { "of": "#hits", "name": "id", "is": "hits" }{{(hit.Length > 0 ? $", \"text\": \"{hit}\"" : "")}} } }"""));

    [Test]
    public async Task ANameThatIsAPartOfAnotherMeansTheOneThatHasItAsAWhole() => WrittenScenario.AssertPassed(await _rig.RunAsync(
        _site.Uri, """{ "click": { "role": "button", "name": "Save" }, "expect": { "text": "save;" } }"""));

    [Test]
    public async Task AnExactNameIsNotFoundInAnotherCase()
    {
        var record = await _rig.RunAsync(_site.Uri, """{ "click": { "role": "button", "name": "save", "exact": true }, "timeout": "500ms" }""");
        Assert.That(record.Status, Is.EqualTo(RunStatus.Failed));
    }

    [TestCase("""{ "text": "Card accepted", "frame": { "selector": "#pay", "frame": "#outer" } }""", RunStatus.Passed)]
    [TestCase("""{ "text": "Card accepted" }""", RunStatus.Failed)]
    public async Task ATextIsLookedForInAFrameWhereAsked(string expect, RunStatus status)
    {
        var record = await _rig.RunAsync(_site.Uri, $$"""{ "waitFor": "ul", "timeout": "1s", "expect": {{expect}} }""");
        Assert.That(record.Status, Is.EqualTo(status), record.Failure?.Message);
    }
}
