using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Which element is meant where a name, or text, that was given in part is that of several: the one that has it as a whole.</summary>
internal static class MeantElement
{
    /// <summary>Does something with the element that is meant. The driver refuses several before it has done anything, so it may be asked twice.</summary>
    /// <exception cref="PlaywrightException">Several are meant, or what is done with it failed.</exception>
    public static async Task<T> DoAsync<T>(IPage page, Locator locator, Func<ILocator, Task<T>> act)
    {
        try
        {
            return await act(page.Locate(locator));
        }
        catch (PlaywrightException error) when (MayBeExact(locator) && error.Message.Contains("strict mode violation", StringComparison.Ordinal))
        {
            var exact = page.Locate(locator with { Exact = true });
            if (await exact.CountAsync() != 1)
                throw;
            return await act(exact);
        }
    }

    private static bool MayBeExact(Locator locator) =>
        !locator.Exact && (locator is { Kind: LocatorKind.Role, Name: not null } or { Kind: LocatorKind.Label or LocatorKind.Text or LocatorKind.Placeholder });
}
