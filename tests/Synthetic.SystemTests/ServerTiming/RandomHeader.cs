using System.Globalization;

namespace Synthetic.SystemTests.ServerTiming;

/// <summary>Server-Timing headers by its grammar, and then broken in places. The same seed gives the same header.</summary>
internal sealed class RandomHeader
{
    private static readonly string[] Names =
    [
        "db", "cache", "total", "a.b", "x", "dur", "desc", "traceparent", "12", "!#$%&'*+-.^_`|~", "{}", "a\u007f",
        "", "a b", "a/b", "d\"b", "\"db\"", "d\u00fc", "d\u00c3\u00bc", "(x)", "@", ":", "a=b", "a?b", "[a]", "\\a", "a\u0001b",
    ];

    private static readonly string[] Parameters =
    [
        "dur", "dur", "dur", "dur", "desc", "desc", "desc", "DUR", "Dur", "DESC", "dEsc", "foo", "d", "duration", "", "d ur", "d\u00fcr", "\"dur\"",
    ];

    private static readonly string[] Numbers =
    [
        "0", "-0", "+0", "12", "1e3", "1E3", "1e+3", "1e-3", "1e", "1e+", "1e+-3", "e3", ".5", "5.", ".", "-.", "+.5", "-5", "--5", "+-5", "- 5", "5-",
        "1.2.3", "1,5", "1_000", "0x10", "0X1p3", "0b1", "010", "NaN", "nan", "inf", "Infinity", "-Infinity", "\u00e2\u0088\u009e", "12ms", "0.35s", "1d", "1f", "1%",
        "9007199254740993", "1e23", "5e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "2.2250738585072011e-308", "1.7976931348623157e308",
        "1.7976931348623159e308", "1e308", "1e309", "-1e309", "1e999999999999", "0e999999999999", "1e-999999999999", "1e00000000000000000003", "00000000000000000000001",
        "", " 5", "5 ", "\t5", "\v5", "\f5", "\u00a05", "5\u00a0", "(5)", "$5", "1 000", "5;", "5,",
    ];

    private static readonly string[] Breaks =
    [
        " ", "\t", ",", ";", "=", "\"", "\\", "\\\"", ",,", ";;", "==", "\"\"", ", ", "; ", ";dur=", ";desc=\"", "\u00e9", "\u00c3\u00a9", "\u0080", "\u00ff", "\u0001", "\u000b", "\u007f", "0", "e", ".", "-", "a",
    ];

    private readonly Random _random;

    private RandomHeader(int seed) => _random = new Random(seed);

    /// <summary>The values of the header's fields, in their order; a character stands for a byte.</summary>
    public static IReadOnlyList<string> Of(int seed)
    {
        var header = new RandomHeader(seed);
        var fields = header.Some(header.Is(80) ? 1 : 4, header.Field).ToArray();
        // Half of them stay as the grammar made them.
        for (var breaks = header.Is(50) ? 0 : header.Next(4); breaks > 0; breaks--)
        {
            var at = header.Next(fields.Length);
            fields[at] = header.Broken(fields[at]);
        }

        return fields;
    }

    private string Field() => Space() + string.Join(Is(90) ? Pick(",", ", ", " , ", "\t,\t") : Pick(",,", ";", " ", ", ,"), Some(5, Metric)) + Space();

    private string Metric() => OneOf(Names, 60) + Space() + string.Concat(Some(4, Parameter).Take(Next(5)));

    private string Parameter()
    {
        var name = OneOf(Parameters, 0);
        var value = name.StartsWith("de", StringComparison.OrdinalIgnoreCase) == Is(95) ? Description() : Duration();
        return (Is(95) ? ";" : Pick(";;", " ", ":", "")) + Space() + name + Space() + (Is(90) ? "=" : Pick("", "==", ":", "= =")) + Space() + value + Space();
    }

    private string Duration()
    {
        var number = Next(10) switch
        {
            < 4 => OneOf(Numbers, 0),
            4 => BitConverter.Int64BitsToDouble(_random.NextInt64()).ToString("R", CultureInfo.InvariantCulture),
            5 => (_random.NextDouble() * 1000).ToString(CultureInfo.InvariantCulture),
            _ => Pick("", "", "-", "+") + Digits() + Pick("", "." + Digits()) + Pick("", "", Pick("e", "E") + Pick("", "-", "+") + Next(Is(80) ? 30 : 400)),
        };
        return Is(70) ? number : Quoted(number);
    }

    private string Digits() => string.Concat(Enumerable.Range(0, Is(95) ? Next(20) : Next(900)).Select(_ => Next(10)));

    private string Description() => Next(4) switch
    {
        0 => OneOf(Names, 0),
        1 => Quoted(OneOf(Names, 0)),
        _ => Quoted(string.Concat(Some(12, () => Is(50) ? OneOf(Breaks, 0) : Letter()))),
    };

    // Mostly with its quotes escaped, as one should, and closed.
    private string Quoted(string text) =>
        "\"" + (Is(80) ? text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) : text) + (Is(95) ? "\"" : "");

    private string Broken(string field)
    {
        var at = Next(field.Length + 1);
        var length = Math.Min(Is(80) ? 1 : Next(20), field.Length - at);
        return Next(4) switch
        {
            0 => field.Remove(at, length),
            1 => field.Insert(Next(field.Length + 1), field.Substring(at, length)),
            2 => field[..at] + Letter() + field[Math.Min(field.Length, at + 1)..],
            _ => field.Insert(at, OneOf(Breaks, 0)),
        };
    }

    // Every byte that can stand in a field: a NUL ends the response, and a line break the field.
    private string Letter() => (char)Next(1, 256) is var letter and not ('\r' or '\n') ? letter.ToString() : " ";

    private string Space() => Is(80) ? "" : Pick(" ", "\t", "  ", " \t ");

    private string Pick(params string[] texts) => texts[Next(texts.Length)];

    /// <summary>One of them; with so many percent one of the first three.</summary>
    private string OneOf(string[] texts, int plainPercent) => texts[Next(Is(plainPercent) ? 3 : texts.Length)];

    private bool Is(int percent) => Next(100) < percent;

    private int Next(int below) => _random.Next(below);

    private int Next(int from, int below) => _random.Next(from, below);

    private IEnumerable<T> Some<T>(int most, Func<T> make) => Enumerable.Range(0, 1 + Next(most)).Select(_ => make());
}
