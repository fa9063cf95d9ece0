using System.Globalization;

namespace Synthetic.Browser.Processes;

/// <summary>Reads Linux's <c>/proc</c>. A process that ends while it is read is left out. See proc(5).</summary>
internal static class ProcFiles
{
    private const int StateField = 0;
    private const int ParentField = 1;
    private const int SessionField = 3;

    /// <summary>Every process that has not exited, with its parent and its session.</summary>
    public static IEnumerable<(int Id, int Parent, int Session)> Processes() =>
        from id in Ids()
        let fields = StatFields(id)
        where fields is not null && !HasExited(fields)
        select (id, Number(fields[ParentField]), Number(fields[SessionField]));

    /// <summary>The numbers of all processes, without a look at them.</summary>
    public static IEnumerable<int> Ids() =>
        from folder in Directory.EnumerateDirectories("/proc")
        let id = int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
        where id > 0
        select id;

    /// <summary>The session of a process; <c>null</c> where it has exited.</summary>
    public static int? SessionOf(int processId) => StatFields(processId) is { } fields && !HasExited(fields) ? Number(fields[SessionField]) : null;

    /// <summary>The resident memory of one process, in bytes; 0 where it is gone.</summary>
    public static long ResidentBytes(int processId) =>
        Text($"{processId}/statm")?.Split(' ') is [_, var pages, ..]
            ? long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize
            : 0;

    /// <summary>Whether it has exited and was not waited for yet.</summary>
    public static bool IsZombie(int processId) => StatFields(processId) is { } fields && HasExited(fields);

    private static bool HasExited(string[] fields) => fields[StateField] is "Z" or "X";

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);

    /// <summary>The fields of <c>stat</c> behind the name, which may itself hold spaces and brackets.</summary>
    private static string[]? StatFields(int processId) =>
        Text($"{processId}/stat") is { } stat ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ') : null;

    /// <summary>A file below <c>/proc</c>; <c>null</c> where it is not there or may not be read.</summary>
    public static string? Text(string path)
    {
        try
        {
            return File.ReadAllText($"/proc/{path}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
