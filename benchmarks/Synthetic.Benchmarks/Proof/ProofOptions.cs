using System.Globalization;

namespace Synthetic.Benchmarks.Proof;

/// <summary>How to measure proofs.</summary>
internal sealed record ProofOptions
{
    /// <summary>Proofs of each fault.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>Part of the faults to prove; <c>null</c> for all, and only then is the table written.</summary>
    public string? Only { get; init; }

    /// <summary>Where the proven records are kept; <c>null</c> for nowhere.</summary>
    public string? Records { get; init; }

    /// <summary>The document that the table is written into.</summary>
    public string Out { get; init; } = "docs/proof.md";

    /// <summary>Reads the command line; <c>null</c> for one that makes no sense.</summary>
    public static ProofOptions? Parse(string[] args)
    {
        var options = new ProofOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
                return null;
            var value = args[i + 1];
            var next = args[i] switch
            {
                "--rounds" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds > 0 => options with { Rounds = rounds },
                "--only" => options with { Only = value },
                "--records" => options with { Records = value },
                "--out" => options with { Out = value },
                _ => null,
            };
            if (next is null)
                return null;
            options = next;
        }
        return options;
    }
}
