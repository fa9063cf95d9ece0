using System.Globalization;

namespace Synthetic.Benchmarks.Plots;

/// <summary>Curves over sizes, both axes in powers of ten.</summary>
/// <param name="title">What is shown.</param>
/// <param name="across">What the sizes are of.</param>
/// <param name="up">What the values are of, with their unit.</param>
/// <param name="curves">The curves; values have to be over 0.</param>
internal sealed class CurvePlot(string title, string across, string up, IReadOnlyList<Curve> curves)
{
    private const int Width = 640;
    private const int Height = 320;
    private const int Left = 56;
    private const int Right = 430;
    private const int Top = 36;
    private const int Bottom = 276;

    public string ToSvg()
    {
        var svg = new Svg(Width, Height);
        svg.Text(0, 14, title);
        var points = curves.SelectMany(curve => curve.Points).ToArray();
        var (x, y) = (Scale.Of(points.Select(p => p.Size), Left, Right), Scale.Of(points.Select(p => p.Value), Bottom, Top));
        foreach (var decade in x.Decades)
        {
            svg.Line(x.At(decade), Bottom, x.At(decade), Bottom + 4);
            svg.Text(x.At(decade), Bottom + 18, Short(decade), "middle");
        }
        foreach (var decade in y.Decades)
        {
            svg.Line(Left - 4, y.At(decade), Left, y.At(decade));
            svg.Text(Left - 8, y.At(decade) + 4, Short(decade), "end");
        }
        svg.Line(Left, Bottom, Right, Bottom);
        svg.Line(Left, Top, Left, Bottom);
        svg.Text((Left + Right) / 2, Bottom + 36, across, "middle");
        svg.Text(0, Top - 6, up);
        foreach (var (n, curve) in curves.Index())
        {
            foreach (var (from, to) in curve.Points.Zip(curve.Points.Skip(1)))
                svg.Line(x.At(from.Size), y.At(from.Value), x.At(to.Size), y.At(to.Value), Svg.Colour(n), 2);
            foreach (var point in curve.Points)
                svg.Dot(x.At(point.Size), y.At(point.Value), Svg.Colour(n));
            svg.Text(Right + 16, Top + 10 + (n * 18), curve.Name, colour: Svg.Colour(n));
        }
        return svg.ToString();
    }

    private static string Short(double value) => value >= 1e6 ? $"{value / 1e6:0.#}M" : value >= 1000 ? $"{value / 1000:0.#}k" : value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>An axis.</summary>
    private sealed record Scale(double Low, double High, double From, double To)
    {
        public IEnumerable<double> Decades
        {
            get
            {
                for (var exponent = Low; exponent <= High; exponent++)
                    yield return Math.Pow(10, exponent);
            }
        }

        public static Scale Of(IEnumerable<double> values, double from, double to)
        {
            var logs = values.Where(v => v > 0).Select(Math.Log10).ToArray();
            var low = Math.Floor(logs.Min());
            return new Scale(low, Math.Max(low + 1, Math.Ceiling(logs.Max())), from, to);
        }

        public double At(double value) => From + ((Math.Log10(value) - Low) / (High - Low) * (To - From));
    }
}

/// <summary>One curve.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Points">Sizes and values, by size.</param>
internal sealed record Curve(string Name, IReadOnlyList<(double Size, double Value)> Points)
{
    /// <summary>The power of the size that the values grow with, over the last two points: 1 is linear.</summary>
    public double Power => Points.Count < 2 ? 0
        : Math.Log(Points[^1].Value / Points[^2].Value) / Math.Log(Points[^1].Size / Points[^2].Size);
}
