using System.Globalization;

namespace Synthetic.Worker.Terminal;

/// <summary>Numbers as people read them: three digits, one unit.</summary>
internal static class Amount
{
    /// <summary><c>3.4 ms</c>, <c>518 ms</c>, <c>1.83 s</c>, <c>12.4 s</c>.</summary>
    public static string Time(double ms) => Math.Abs(ms) switch
    {
        < 9.95 => Number(ms, 1) + " ms",
        < 999.5 => Number(ms, 0) + " ms",
        < 9_995 => (ms / 1000).ToString("0.00", CultureInfo.InvariantCulture) + " s",
        _ => (ms / 1000).ToString("0.0", CultureInfo.InvariantCulture) + " s",
    };

    /// <summary>Milliseconds without their unit, where the line says it once.</summary>
    public static string Bare(double ms) => Math.Abs(ms) < 9.95 ? Number(ms, 1) : Number(ms, 0);

    /// <summary><c>68 %</c>.</summary>
    public static string Percent(double share) => Number(share * 100, 0) + " %";

    /// <summary>A layout shift's score.</summary>
    public static string Score(double score) => Number(score, 3);

    private static string Number(double value, int digits) =>
        value.ToString(digits == 0 ? "0" : "0." + new string('#', digits), CultureInfo.InvariantCulture);
}
