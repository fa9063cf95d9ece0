using System.Globalization;
using System.Security;
using System.Text;

namespace Synthetic.Benchmarks.Plots;

/// <summary>The frame of a plot: small, readable on white and on black.</summary>
internal sealed class Svg(int width, int height)
{
    private static readonly string[] Colours = ["#3b82c4", "#d97706", "#2f9e6e", "#b4489b", "#7a6ff0", "#8a8f98"];

    private readonly StringBuilder _body = new();

    public static string Colour(int number) => Colours[number % Colours.Length];

    public void Line(double fromX, double fromY, double toX, double toY, string colour = "#8a8f98", double wide = 1) => _body.AppendLine(CultureInfo.InvariantCulture,
        $"  <line x1=\"{fromX:0.#}\" y1=\"{fromY:0.#}\" x2=\"{toX:0.#}\" y2=\"{toY:0.#}\" stroke=\"{colour}\" stroke-width=\"{wide:0.#}\"/>");

    public void Bar(double x, double y, double wide, double high, string colour) => _body.AppendLine(CultureInfo.InvariantCulture,
        $"  <rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{wide:0.#}\" height=\"{high:0.#}\" fill=\"{colour}\"/>");

    public void Dot(double x, double y, string colour) => _body.AppendLine(CultureInfo.InvariantCulture, $"  <circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"3\" fill=\"{colour}\"/>");

    public void Text(double x, double y, string text, string anchor = "start", string colour = "#8a8f98") => _body.AppendLine(CultureInfo.InvariantCulture,
        $"  <text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" fill=\"{colour}\">{SecurityElement.Escape(text)}</text>");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"system-ui, sans-serif\" font-size=\"12\">\n{_body}</svg>\n");
}
