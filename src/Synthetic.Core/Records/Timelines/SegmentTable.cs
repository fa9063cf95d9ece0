namespace Synthetic.Core.Records.Timelines;

/// <summary>How stretches of one kind are named and drawn.</summary>
/// <param name="Word">What people read.</param>
/// <param name="Texture">What fills its stretch of a bar, so that bars can be read without colour.</param>
/// <param name="AsciiTexture">The same for terminals that know no Unicode.</param>
/// <param name="Colour">Its number in the palette of 256 colours that terminals share; all of them are readable on black and on white.</param>
/// <param name="IsSeen">Whether something was at work: waits that nothing explains are never drawn as solid bars.</param>
public sealed record SegmentEntry(string Word, char Texture, char AsciiTexture, byte Colour, bool IsSeen = true);

/// <summary>The one table of what timelines are made of.</summary>
public static class SegmentTable
{
    /// <summary>How a kind is named and drawn.</summary>
    /// <param name="kind">The kind.</param>
    public static SegmentEntry Of(SegmentKind kind) => kind switch
    {
        SegmentKind.InputDelay => new("input delay", '░', ':', 137),
        SegmentKind.Script => new("script", '▓', '=', 142),
        SegmentKind.Queue => new("queue", '┄', 'q', 138),
        SegmentKind.Connect => new("connect", '╌', '-', 36),
        SegmentKind.Server => new("server", '█', '#', 134),
        SegmentKind.Network => new("network", '▒', '~', 27),
        SegmentKind.Download => new("download", '▚', 'd', 75),
        SegmentKind.Render => new("render", '▞', '%', 78),
        SegmentKind.Presentation => new("presentation", '▁', ',', 108),
        SegmentKind.Idle => new("idle", '·', '.', 8, IsSeen: false),
        SegmentKind.Unattributed => new("unknown", '?', '?', 8, IsSeen: false),
    };
}
