namespace Synthetic.Core.Records.Timelines;

/// <summary>The two windows of an interaction.</summary>
public enum WindowKind
{
    /// <summary>Input to next paint.</summary>
    Inp,
    /// <summary>Input to result.</summary>
    Response,
}

/// <summary>What windows are called.</summary>
public static class WindowKinds
{
    /// <summary><c>INP</c>, <c>response</c>.</summary>
    /// <param name="kind">The window.</param>
    public static string Name(this WindowKind kind) => kind switch
    {
        WindowKind.Inp => "INP",
        WindowKind.Response => "response",
    };
}
