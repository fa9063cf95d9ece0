namespace Synthetic.Core.Basics;

/// <summary>What requests do to their server, by their method.</summary>
public static class RequestMethods
{
    /// <summary>Whether a method changes nothing (RFC 9110, 9.2.1).</summary>
    /// <param name="method">The method, in capitals as requests have it.</param>
    public static bool OnlyRead(string method) => method is "GET" or "HEAD" or "OPTIONS";

    /// <summary>Whether a method asks for a resource and changes nothing, so that asking twice or at once is harmless (RFC 9110, 9.3.1 and 9.3.2).</summary>
    /// <param name="method">The method, in capitals as requests have it.</param>
    public static bool OnlyRetrieve(string method) => method is "GET" or "HEAD";
}
