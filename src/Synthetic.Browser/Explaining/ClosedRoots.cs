using System.Text.Json;
using Microsoft.Playwright;

namespace Synthetic.Browser.Explaining;

/// <summary>Finds what is shown inside of closed shadow roots, which no locator and no script of ours gets into: only the browser itself knows.</summary>
internal static class ClosedRoots
{
    private const int MostResults = 20;

    private const string HostOf = """
        function () {
          for (let root = this.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
            if (root.mode === 'closed') return `${root.host.localName}${root.host.id ? '#' + root.host.id : ''}`.slice(0, 200);
          return null;
        }
        """;

    /// <summary>The element that has it.</summary>
    /// <param name="session">A session with the page's browser.</param>
    /// <param name="text">A text, or an id; <c>null</c> finds nothing.</param>
    /// <returns>The element with the closed root: <c>my-cart#c</c>; <c>null</c> where none has it.</returns>
    /// <exception cref="PlaywrightException">The page went on meanwhile.</exception>
    public static async Task<string?> FindAsync(ICDPSession session, string? text)
    {
        if (text is null)
            return null;
        await session.SendAsync("DOM.enable");
        try
        {
            await session.SendAsync("DOM.getDocument", new Dictionary<string, object> { ["depth"] = 0 });
            var search = await session.SendAsync("DOM.performSearch", new Dictionary<string, object> { ["query"] = text, ["includeUserAgentShadowDOM"] = false });
            var count = Math.Min(MostResults, search!.Value.GetProperty("resultCount").GetInt32());
            if (count == 0)
                return null;
            var results = await session.SendAsync("DOM.getSearchResults", new Dictionary<string, object>
            {
                ["searchId"] = search.Value.GetProperty("searchId").GetString()!,
                ["fromIndex"] = 0,
                ["toIndex"] = count,
            });
            foreach (var node in results!.Value.GetProperty("nodeIds").EnumerateArray())
            {
                if (await HostAsync(session, node.GetInt32()) is { } host)
                    return host;
            }
            return null;
        }
        finally
        {
            await session.SendAsync("DOM.disable");
        }
    }

    private static async Task<string?> HostAsync(ICDPSession session, int node)
    {
        var resolved = await session.SendAsync("DOM.resolveNode", new Dictionary<string, object> { ["nodeId"] = node });
        var called = await session.SendAsync("Runtime.callFunctionOn", new Dictionary<string, object>
        {
            ["functionDeclaration"] = HostOf,
            ["objectId"] = resolved!.Value.GetProperty("object").GetProperty("objectId").GetString()!,
            ["returnByValue"] = true,
        });
        return called!.Value.GetProperty("result").TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
