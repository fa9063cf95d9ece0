using Spectre.Console;

namespace Synthetic.Worker.Terminal;

/// <summary>Styles in the terms of the library that writes them.</summary>
internal static class Palette
{
    public static Style Of(StyledText text)
    {
        if (text.TextStyle.Colour is not { } number)
            return text.TextStyle == TextStyle.Plain ? Style.Plain : new Style(decoration: text.TextStyle.IsDim ? Decoration.Dim : Decoration.Bold);
        var colour = Color.FromInt32(number);
        return text.Block ? new Style(Color.Black, colour) : new Style(colour);
    }
}
