namespace Synthetic.Core.Basics;

/// <summary>Whether two addresses belong to one site.</summary>
/// <remarks>
/// The last two labels of a host name stand for its site, three under country domains with a short second level
/// (<c>co.uk</c>): near enough to the public suffix list for a label that no verdict hangs on.
/// </remarks>
internal static class Site
{
    public static bool Same(string a, string b) =>
        WebAddress.AuthorityOf(a) == WebAddress.AuthorityOf(b)
        || (Uri.TryCreate(a, UriKind.Absolute, out var x) && Uri.TryCreate(b, UriKind.Absolute, out var y)
            && Name(x) is { } name && name == Name(y));

    private static string? Name(Uri uri)
    {
        if (uri.HostNameType != UriHostNameType.Dns)
            return null;
        var labels = uri.Host.Split('.');
        if (labels.Length < 2)
            return null;
        var deep = labels.Length > 2 && labels[^1].Length == 2 && labels[^2].Length <= 3;
        return string.Join('.', labels[^(deep ? 3 : 2)..]);
    }
}
