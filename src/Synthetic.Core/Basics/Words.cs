using System.Text.Json;

namespace Synthetic.Core.Basics;

/// <summary>Members of enums as records and lines write them: <c>main-thread</c>.</summary>
public static class Words
{
    /// <summary>The word for a member.</summary>
    /// <param name="member">The member.</param>
    public static string Of<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName($"{member}");
}
