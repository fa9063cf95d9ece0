using System.Collections.Frozen;
using Synthetic.Core.Records;

namespace Synthetic.Worker.Terminal;

/// <summary>The signs drawn with: one set for terminals that know Unicode, one for the rest.</summary>
internal sealed record Glyphs
{
    internal required bool Unicode { get; init; }
    internal required string Passed { get; init; }
    internal required string Failed { get; init; }
    internal required string Warning { get; init; }
    internal required string Unknown { get; init; }
    internal required string Skipped { get; init; }
    internal required string Current { get; init; }
    internal required string Pending { get; init; }
    internal required string Pointer { get; init; }
    internal required string Advice { get; init; }
    internal required string Quote { get; init; }
    internal required string Dot { get; init; }
    internal required string Ellipsis { get; init; }
    internal required string AtLeast { get; init; }
    internal required string AtMost { get; init; }
    internal required string PlusMinus { get; init; }
    internal required string Times { get; init; }
    internal required string Rule { get; init; }

    /// <summary>A texture for each kind of segment, so that bars can be read without colour.</summary>
    internal required FrozenDictionary<SegmentKind, char> Fill { get; init; }

    internal static Glyphs For(bool unicode) => unicode ? Rich() : Plain();

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
        Fill = Textures("░▓┄╌█▒▚▞▁·?"),
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
        Fill = Textures(":=q-#~d%,.?"),
    };

    private static FrozenDictionary<SegmentKind, char> Textures(string inOrder) =>
        Enum.GetValues<SegmentKind>().ToFrozenDictionary(kind => kind, kind => inOrder[(int)kind]);
}
