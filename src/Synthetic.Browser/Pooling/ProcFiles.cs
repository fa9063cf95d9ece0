using System.Globalization;

namespace Synthetic.Browser.Pooling;

/// <summary>Reads Linux's <c>/proc</c>. A process that ends while it is read is left out. See proc(5).</summary>
internal static class ProcFiles
{
    private const int StateField = 0;
    private const int ParentField = 1;

    /// <summary>Every process with its parent.</summary>
    public static IEnumerable<(int Id, int Parent)> Parents() =>
        from folder in Directory.EnumerateDirectories("/proc")
        let id = int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0
        where id > 0
        let fields = StatFields(id)
        where fields is not null
        select (id, int.Parse(fields[ParentField], CultureInfo.InvariantCulture));

    /// <summary>The resident memory of one process, in bytes; 0 where it is gone.</summary>
    public static long ResidentBytes(int processId) =>
        Read(processId, "statm")?.Split(' ') is [_, string pages, ..]
            ? long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize
            : 0;

    /// <summary>Whether it has exited and was not waited for yet.</summary>
    public static bool IsZombie(int processId) => StatFields(processId)?[StateField] is "Z" or "X";

    /// <summary>The fields of <c>stat</c> behind the name, which may itself hold spaces and brackets.</summary>
    private static string[]? StatFields(int processId) =>
        Read(processId, "stat") is { } stat ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ') : null;

    private static string? Read(int processId, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
