using System.Text.Json;

namespace Synthetic.Core.Tracing;

/// <summary>Members of enums as records write them: <c>main-thread</c>.</summary>
internal static class Words
{
    public static string Of<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName($"{member}");
}
