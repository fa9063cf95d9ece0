using Synthetic.Core.Diagnosing.Requests;

namespace Synthetic.Tests.Diagnosing.Requests;

internal sealed class QueryPartsTests
{
    [TestCase("/api?a=1", "", Description = "alone, it needs no more")]
    [TestCase("/api?a=1 /api?a=1", " ", Description = "nothing tells them apart")]
    [TestCase("/api?a=1&page=1 /api?a=1&page=2#x", "?page=1 ?page=2")]
    [TestCase("/api /api?page=2", " ?page=2")]
    [TestCase("/api?x=1 /other?x=2", " ")]
    public void OnlyWhatTellsTwoRequestsApartIsInTheirNames(string paths, string expected)
    {
        var requests = QueryParts.Distinguish([.. paths.Split(' ').Select(path => new Request { Method = "GET", Url = $"https://shop.example{path}", Initiator = "fetch", Start = 0 })]);
        Assert.That(string.Join(' ', requests.Select(request => request.Query)), Is.EqualTo(expected));
    }

    [Test]
    public void ALongQueryIsCut()
    {
        var requests = QueryParts.Distinguish([.. "ab".Select(c => new Request { Method = "GET", Url = $"https://shop.example/?q={new string(c, 500)}", Initiator = "fetch", Start = 0 })]);
        Assert.That(requests[0].Title, Has.Length.LessThan(100).And.StartsWith("GET /?q=aaa"));
    }
}
