using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing;
using Synthetic.Core.Diagnosing.Requests;

namespace Synthetic.Core.Advising;

/// <summary>Requests that a page sends one after the other although nothing seen says that one needs another's answer.</summary>
internal static class Parallelize
{
    private const string Kind = "parallelize";

    public static IEnumerable<Finding> In(AdvisedWindow window) =>
        from row in Rows(window.Path)
        let sum = row.Sum(w => w.Ms)
        let longest = row.Max(w => w.Ms)
        let saving = sum - Math.Max(longest, sum / Tolerances.ConnectionsPerHost)
        where window.IsWorth(saving)
        select new Finding(
            Kind,
            string.Join(' ', row.Select(w => w.Request.Id)),
            $"Send {Wording.List([.. row.Select(w => Wording.Named(w.Request))])} together, if they do not need each other's answers: "
                + $"one after the other they took {window.Part(sum)}, the longest of them {Wording.Ms(longest)}",
            window.Saving(saving))
        {
            RequestIds = [.. row.Select(w => w.Request.Id)],
        };

    /// <summary>Rows of two and more.</summary>
    private static IEnumerable<IReadOnlyList<Waited>> Rows(IReadOnlyList<Waited> path)
    {
        List<Waited> row = [];
        var asked = new HashSet<(string, string)>();
        Request? last = null;
        foreach (var waited in path)
        {
            if (last is null || !Follows(last, waited.Request))
            {
                if (row.Count > 1)
                    yield return row;
                row = [];
                asked.Clear();
            }
            // A repeat is not for this advice: it should not be sent at all.
            if (Fits(waited.Request) && asked.Add(RequestHistory.KeyOf(waited.Request)))
                row.Add(waited);
            last = waited.Request;
        }
        if (row.Count > 1)
            yield return row;
    }

    /// <summary>Without an entry of the page its begin is too vague to say that one followed the other.</summary>
    private static bool Fits(Request request) =>
        request.DocumentId is not null && RequestMethods.OnlyRetrieve(request.Method) && RequestHistory.IsAnswered(request)
        && request.Initiator is not ("navigation" or "iframe" or "frame");

    private static bool Follows(Request earlier, Request later) =>
        Fits(earlier) && Fits(later)
        && earlier.DocumentId == later.DocumentId && earlier.Initiator == later.Initiator
        && later.Start - earlier.End >= -Tolerances.RequestClock && later.Start - earlier.End <= Tolerances.SentNext
        && !IsPartOf(earlier, later);

    /// <summary>A list and then something in it: the second very likely needs the first's answer.</summary>
    private static bool IsPartOf(Request whole, Request part) =>
        WebAddress.AuthorityOf(whole.Url) == WebAddress.AuthorityOf(part.Url)
        && WebAddress.PathOf(whole.Url).TrimEnd('/') is { Length: > 0 } path
        && WebAddress.PathOf(part.Url).StartsWith(path + "/", StringComparison.Ordinal);
}
