using System.Reflection;
using Microsoft.Playwright;

namespace Synthetic.Tests.Browser;

/// <summary>A page that has an address and nothing else.</summary>
public class BlankPage : DispatchProxy
{
    public static IPage Create() => Create<IPage, BlankPage>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod?.Name == "get_Url" ? "about:blank" : throw new NotSupportedException(targetMethod?.Name);
}
