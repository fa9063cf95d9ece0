using System.Globalization;

namespace Synthetic.Browser.Noise;

/// <summary>Reads the kernel's counters. Every method gives <c>null</c> for a text it does not know. See proc(5).</summary>
internal static class KernelText
{
    /// <summary><c>/proc/pressure/cpu</c>: microseconds since boot in which some task waited for a processor.</summary>
    public static double? PressureMicroseconds(string? text)
    {
        var line = text?.Split('\n').FirstOrDefault(l => l.StartsWith("some ", StringComparison.Ordinal));
        var total = line?.Split(' ').FirstOrDefault(f => f.StartsWith("total=", StringComparison.Ordinal));
        return total is null ? null : Number(total["total=".Length..]);
    }

    /// <summary><c>/proc/stat</c>: the time of all processors together since boot, in ticks.</summary>
    public static ProcessorTicks? Processors(string? text)
    {
        var line = text?.Split('\n').FirstOrDefault(l => l.StartsWith("cpu ", StringComparison.Ordinal));
        var fields = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Number).ToArray();
        // user nice system idle iowait irq softirq steal; guest time is part of user time already.
        return fields is [{ } user, { } nice, { } system, { } idle, { } wait, { } irq, { } soft, { } steal, ..]
            ? new ProcessorTicks(Count(text!), user + nice + system + irq + soft, idle + wait, steal)
            : null;
    }

    /// <summary><c>/proc/loadavg</c>: the load average of the last minute.</summary>
    public static double? Load(string? text) => Number(text?.Split(' ')[0]);

    /// <summary><c>/proc/PID/schedstat</c>: what the process's main thread ran, and waited while it could have run, in nanoseconds.</summary>
    public static (double Ran, double Waited)? Schedule(string? text) =>
        text?.Split(' ') is [var ran, var waited, _] && Number(ran) is { } r && Number(waited) is { } w ? (r, w) : null;

    /// <summary><c>/proc/PID/stat</c>: processor time of the process and of its children that ended, in ticks.</summary>
    public static double? ProcessTicks(string? text)
    {
        // The name may itself hold spaces and brackets.
        var fields = text?[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields is { Length: > 14 } ? Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]) : null;
    }

    // One line for all of them, and one each.
    private static int Count(string stat) =>
        Math.Max(1, stat.Split('\n').Count(line => line.StartsWith("cpu", StringComparison.Ordinal)) - 1);

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}

/// <summary>Time of all processors together since boot, in ticks.</summary>
/// <param name="Count">How many there are: the machine's, whatever part of them a container may use.</param>
/// <param name="Busy">At work.</param>
/// <param name="Idle">Without work, or waiting for a disk.</param>
/// <param name="Stolen">Ready to work, while the hypervisor ran another machine.</param>
internal sealed record ProcessorTicks(int Count, double Busy, double Idle, double Stolen)
{
    public double All => Busy + Idle + Stolen;
}
