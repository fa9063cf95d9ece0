using System.Globalization;

namespace Synthetic.Benchmarks.Performance;

/// <summary>Which processes the processor time of a driven browser goes to.</summary>
internal static class ProcessKinds
{
    public const string Program = "the program (.NET)";
    public const string Driver = "the driver (Node)";
    public const string Browser = "the browser's main process";
    public const string Renderers = "its renderers";
    public const string Services = "its GPU and network processes";

    /// <summary>What the system's accounts count in, in milliseconds.</summary>
    private const double Tick = 10;

    /// <summary>All kinds, as they are listed.</summary>
    public static IReadOnlyList<string> All { get; } = [Program, Driver, Browser, Renderers, Services];

    /// <summary>Processor time so far, in milliseconds a kind. Renderers that have ended are counted by those that started them.</summary>
    /// <param name="ids">The processes.</param>
    public static IReadOnlyDictionary<string, double> TimeOf(IEnumerable<string> ids)
    {
        var times = All.ToDictionary(kind => kind, _ => 0.0);
        foreach (var id in ids)
        {
            try
            {
                var command = File.ReadAllText($"/proc/{id}/cmdline");
                var stat = File.ReadAllText($"/proc/{id}/stat");
                // Behind the name, which may hold blanks.
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                double Ticks(int field) => double.Parse(fields[field], CultureInfo.InvariantCulture) * Tick;
                times[KindOf(command)] += Ticks(11) + Ticks(12);
                if (IsBrowser(command))
                    times[Renderers] += Ticks(13) + Ticks(14);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It has ended meanwhile.
            }
        }
        return times;
    }

    private static string KindOf(string command) => command switch
    {
        _ when !IsBrowser(command) => command.Contains(".playwright/node", StringComparison.Ordinal) ? Driver : Program,
        _ when command.Contains("--type=renderer", StringComparison.Ordinal) || command.Contains("--type=zygote", StringComparison.Ordinal) => Renderers,
        _ when command.Contains("--type=", StringComparison.Ordinal) => Services,
        _ => Browser,
    };

    private static bool IsBrowser(string command)
    {
        var program = command.Split('\0')[0];
        return program.Contains("chrom", StringComparison.Ordinal) || program.Contains("headless", StringComparison.Ordinal);
    }
}
