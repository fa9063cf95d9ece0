using Spectre.Console;

namespace Synthetic.Worker.Terminal;

/// <summary>The colours of the styles. All of them are readable on black and on white.</summary>
internal static class Palette
{
    public static Style Of(StyledText text)
    {
        if (text.TextStyle == TextStyle.Plain)
            return Style.Plain;
        if (text.TextStyle == TextStyle.Dim)
            return new Style(decoration: Decoration.Dim);
        if (text.TextStyle == TextStyle.Strong)
            return new Style(decoration: Decoration.Bold);
        var colour = Colour(text.TextStyle);
        return text.Block ? new Style(Color.Black, colour) : new Style(colour);
    }

    private static Color Colour(TextStyle style) => style switch
    {
        TextStyle.Good => Color.Green3,
        TextStyle.Fair => Color.Orange3,
        TextStyle.Poor => Color.Red1,
        TextStyle.Accent => Color.DeepSkyBlue3,
        TextStyle.InputDelay => Color.LightSalmon3,
        TextStyle.Script => Color.Gold3,
        TextStyle.Queue => Color.RosyBrown,
        TextStyle.Connect => Color.DarkCyan,
        TextStyle.Server => Color.MediumOrchid,
        TextStyle.Network => Color.DodgerBlue2,
        TextStyle.Download => Color.SteelBlue1,
        TextStyle.Render => Color.SeaGreen3,
        TextStyle.Presentation => Color.DarkSeaGreen,
        _ => Color.Grey,
    };
}
