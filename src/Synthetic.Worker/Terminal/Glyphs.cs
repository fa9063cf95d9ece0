using Synthetic.Core.Records.Timelines;

namespace Synthetic.Worker.Terminal;

/// <summary>The signs drawn with: one set for terminals that know Unicode, one for the rest.</summary>
internal sealed record Glyphs
{
    public required bool Unicode { get; init; }
    public required string Passed { get; init; }
    public required string Failed { get; init; }
    public required string Warning { get; init; }
    public required string Unknown { get; init; }
    public required string Skipped { get; init; }
    public required string Current { get; init; }
    public required string Pending { get; init; }
    public required string Pointer { get; init; }
    public required string Advice { get; init; }
    public required string Quote { get; init; }
    public required string Dot { get; init; }
    public required string Ellipsis { get; init; }
    public required string AtLeast { get; init; }
    public required string AtMost { get; init; }
    public required string PlusMinus { get; init; }
    public required string Times { get; init; }
    public required string Rule { get; init; }

    /// <summary>What fills a segment, so that bars can be read without colour.</summary>
    public char Fill(SegmentKind kind) => Unicode ? SegmentTable.Of(kind).Texture : SegmentTable.Of(kind).AsciiTexture;

    public static Glyphs For(bool unicode) => unicode ? Rich() : Plain();

    private static Glyphs Rich() => new()
    {
        Unicode = true,
        Passed = "✓",
        Failed = "✗",
        Warning = "▲",
        Unknown = "?",
        Skipped = "-",
        Current = "▸",
        Pending = "·",
        Pointer = "╰▸",
        Advice = "+",
        Quote = "│",
        Dot = "·",
        Ellipsis = "…",
        AtLeast = "≥",
        AtMost = "≤",
        PlusMinus = "±",
        Times = "×",
        Rule = "─",
    };

    private static Glyphs Plain() => new()
    {
        Unicode = false,
        Passed = "+",
        Failed = "x",
        Warning = "!",
        Unknown = "?",
        Skipped = "-",
        Current = ">",
        Pending = ".",
        Pointer = "`>",
        Advice = "+",
        Quote = "|",
        Dot = "-",
        Ellipsis = "...",
        AtLeast = ">=",
        AtMost = "<=",
        PlusMinus = "+-",
        Times = "x",
        Rule = "-",
    };
}
