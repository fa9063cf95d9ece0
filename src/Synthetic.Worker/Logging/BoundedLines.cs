using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Serilog.Events;
using Serilog.Formatting;
using Synthetic.Core.Basics;

namespace Synthetic.Worker.Logging;

/// <summary>
/// Keeps JSON lines under a limit, line feed included: container engines and log shippers split, cut or drop longer ones. What is
/// left out stands in <c>leftOut</c>. It comes after secrets were taken out: half of one would not be found.
/// </summary>
/// <param name="lines">Makes the line, without secrets.</param>
/// <param name="mostBytes">The limit, in bytes of UTF-8.</param>
internal sealed class BoundedLines(ITextFormatter lines, int mostBytes) : ITextFormatter
{
    /// <summary>The least limit, in bytes: room for what every line keeps.</summary>
    public const int LeastBytes = 8 * 1024;

    /// <summary>What is kept of the beginning of each text where leaving out members was not enough, in characters.</summary>
    private static readonly int[] TextLengths = [4000, 1000, 200];

    private const int ShortestText = 60;

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var buffer = new StringWriter();
        lines.Format(logEvent, buffer);
        var line = buffer.ToString();
        output.Write(Fits(line) ? line : Short(line));
    }

    private bool Fits(string line) => line.Length <= mostBytes && Encoding.UTF8.GetByteCount(line) <= mostBytes;

    private string Short(string line)
    {
        var members = JsonNode.Parse(line)!.AsObject();
        var leftOut = new JsonArray();
        members["truncated"] = true;
        members["leftOut"] = leftOut;
        foreach (var path in LineCuts.Order)
        {
            if (!LineCuts.Remove(members, path))
                continue;
            // What was in it is gone as well, and need not be listed.
            Drop(leftOut, gone => gone.StartsWith($"{path}.", StringComparison.Ordinal) || gone.StartsWith($"{path}[]", StringComparison.Ordinal));
            leftOut.Add(path);
            if (Fits(Text(members)))
                return Text(members);
        }

        foreach (var length in TextLengths)
        {
            Shorten(members, length);
            if (Fits(Text(members)))
                return Text(members);
        }

        foreach (var name in members.Select(member => member.Key).Where(name => !LineCuts.Kept.Contains(name) && name is not ("truncated" or "leftOut")).ToArray())
        {
            if (LineCuts.Remove(members, name))
                leftOut.Add(name);
        }
        Shorten(members, ShortestText);
        return Text(members);
    }

    private static void Drop(JsonArray list, Func<string, bool> which)
    {
        for (var n = list.Count - 1; n >= 0; n--)
        {
            if (which(list[n]!.GetValue<string>()))
                list.RemoveAt(n);
        }
    }

    private static void Shorten(JsonObject members, int longest)
    {
        foreach (var (name, value) in members.ToArray())
        {
            if (value is JsonObject inner)
                Shorten(inner, longest);
            else if (value is JsonValue text && text.TryGetValue<string>(out var written) && written.Length > longest)
                members[name] = PlainText.Cut(written.TrimEnd('…'), longest);
        }
    }

    private static string Text(JsonObject members) => members.ToJsonString(Options) + "\n";
}
