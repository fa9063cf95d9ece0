using System.Buffers.Binary;
using System.Text.Json;

namespace Synthetic.Benchmarks.Performance;

/// <summary>Stands between a program and Playwright's driver, and between the driver and the browser, and counts what they say to each other in one run.</summary>
internal static class DriverTap
{
    // Playwright starts what PLAYWRIGHT_NODEJS_PATH names in the place of its own node.
    private const string Script = """
        #!/bin/bash
        export DEBUG=pw:protocol
        tee "$TAP_FOLDER/said" | "$TAP_NODE" "$@" 2>"$TAP_FOLDER/browser" | tee "$TAP_FOLDER/heard"
        """;

    /// <summary>Runs a program once and counts.</summary>
    /// <param name="way">The program.</param>
    /// <param name="folder">A folder for what is said.</param>
    public static async Task<DriverTalk> ListenAsync(FreshWay way, string folder)
    {
        Directory.CreateDirectory(folder);
        var script = Path.Combine(folder, "node");
        await File.WriteAllTextAsync(script, Script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var node = Directory.EnumerateFiles(Path.GetDirectoryName(way.Program)!, "node", SearchOption.AllDirectories).Single();
        await FreshRun.OfAsync(way with
        {
            Environment = new Dictionary<string, string>(way.Environment) { ["PLAYWRIGHT_NODEJS_PATH"] = script, ["TAP_FOLDER"] = folder, ["TAP_NODE"] = node },
        });
        var calls = Messages(Path.Combine(folder, "said")).Select(Method).OfType<string>().CountBy(name => name).ToDictionary();
        var heard = Messages(Path.Combine(folder, "heard")).ToArray();
        var protocol = File.ReadLines(Path.Combine(folder, "browser")).Where(line => line.Contains("pw:protocol", StringComparison.Ordinal)).ToArray();
        return new DriverTalk(
            calls, heard.CountBy(message => Method(message) ?? "answers").ToDictionary(),
            protocol.Count(line => line.Contains("SEND", StringComparison.Ordinal)), protocol.Count(line => line.Contains("RECV", StringComparison.Ordinal)));
    }

    private static string? Method(JsonElement message) => message.TryGetProperty("method", out var method) ? method.GetString() : null;

    /// <summary>Each is its length in four bytes, then JSON.</summary>
    private static IEnumerable<JsonElement> Messages(string file)
    {
        var bytes = File.ReadAllBytes(file);
        for (var at = 0; at + 4 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
            if (at + 4 + length > bytes.Length)
                yield break;
            yield return JsonSerializer.Deserialize<JsonElement>(bytes.AsSpan(at + 4, length));
            at += 4 + length;
        }
    }
}

/// <summary>What was said in one run of a fresh process.</summary>
/// <param name="Calls">The program's calls of the driver, by method.</param>
/// <param name="Heard">The driver's messages to the program: events by name, and answers.</param>
/// <param name="Sent">The driver's messages to the browser.</param>
/// <param name="Received">The browser's messages to the driver.</param>
internal sealed record DriverTalk(IReadOnlyDictionary<string, int> Calls, IReadOnlyDictionary<string, int> Heard, int Sent, int Received);
