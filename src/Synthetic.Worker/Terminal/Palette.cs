using Spectre.Console;

namespace Synthetic.Worker.Terminal;

/// <summary>The colours of the inks. All of them are readable on black and on white.</summary>
internal static class Palette
{
    internal static Style Of(InkedText text)
    {
        if (text.Ink == Ink.Plain)
            return Style.Plain;
        if (text.Ink == Ink.Dim)
            return new Style(decoration: Decoration.Dim);
        if (text.Ink == Ink.Strong)
            return new Style(decoration: Decoration.Bold);
        var colour = Colour(text.Ink);
        return text.Block ? new Style(Color.Black, colour) : new Style(colour);
    }

    private static Color Colour(Ink ink) => ink switch
    {
        Ink.Good => Color.Green3,
        Ink.Fair => Color.Orange3,
        Ink.Poor => Color.Red1,
        Ink.Accent => Color.DeepSkyBlue3,
        Ink.InputDelay => Color.LightSalmon3,
        Ink.Script => Color.Gold3,
        Ink.Queue => Color.RosyBrown,
        Ink.Connect => Color.DarkCyan,
        Ink.Server => Color.MediumOrchid,
        Ink.Network => Color.DodgerBlue2,
        Ink.Download => Color.SteelBlue1,
        Ink.Render => Color.SeaGreen3,
        Ink.Presentation => Color.DarkSeaGreen,
        _ => Color.Grey,
    };
}
