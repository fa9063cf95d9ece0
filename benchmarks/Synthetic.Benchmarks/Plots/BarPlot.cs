using System.Globalization;

namespace Synthetic.Benchmarks.Plots;

/// <summary>Bars with the interval of each.</summary>
/// <param name="title">What is shown, with its unit.</param>
/// <param name="bars">The bars, from top to bottom.</param>
internal sealed class BarPlot(string title, IReadOnlyList<Bar> bars)
{
    private const int Width = 640;
    private const int Names = 200;
    private const int Row = 26;
    private const int Top = 28;

    public string ToSvg()
    {
        var svg = new Svg(Width, Top + (bars.Count * Row) + 8);
        svg.Text(0, 14, title);
        var most = bars.Max(bar => Math.Max(bar.Value, bar.High));
        double At(double value) => Names + (value / most * (Width - Names - 70));
        foreach (var (n, bar) in bars.Index())
        {
            var y = Top + (n * Row);
            svg.Text(Names - 8, y + 14, bar.Name, "end");
            svg.Bar(Names, y + 2, At(bar.Value) - Names, Row - 8, Svg.Colour(n));
            if (bar.High > bar.Low)
                svg.Line(At(bar.Low), y + (Row / 2) - 2, At(bar.High), y + (Row / 2) - 2, "#111", 2);
            svg.Text(At(Math.Max(bar.Value, bar.High)) + 6, y + 14, bar.Value.ToString(bar.Value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture));
        }
        return svg.ToString();
    }
}

/// <summary>One bar.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Value">The median.</param>
/// <param name="Low">The interval's begin.</param>
/// <param name="High">The interval's end.</param>
internal sealed record Bar(string Name, double Value, double Low, double High);
