using System.Text;
using Synthetic.Core.Records;

namespace Synthetic.Worker.Cli.Records;

/// <summary>A record as a file: the same bytes that <c>--json</c> prints.</summary>
internal static class RecordFile
{
    private const int LongestName = 80;

    public static void Write(string folder, RunRecord record) =>
        File.WriteAllText(Path.Combine(folder, Name(record)), RunJson.Write(record) + "\n", new UTF8Encoding(false));

    /// <summary>A name that every file system takes and that stays in its folder, whatever the scenario is called.</summary>
    public static string Name(RunRecord record)
    {
        var safe = new StringBuilder();
        foreach (var letter in record.Scenario.Take(LongestName))
            safe.Append(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-');
        var name = safe.ToString().TrimStart('.', '-');
        return $"{(name.Length == 0 ? "run" : name)}-{record.RunId}.json";
    }
}
