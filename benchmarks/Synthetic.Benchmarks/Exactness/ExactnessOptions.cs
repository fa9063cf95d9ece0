using System.Globalization;
using Synthetic.Benchmarks.Exactness.Cases;

namespace Synthetic.Benchmarks.Exactness;

/// <summary>How to run the matrix.</summary>
public sealed record ExactnessOptions
{
    /// <summary>Runs of each page.</summary>
    public int Runs { get; init; } = 5;

    /// <summary>Each how many pages one is run.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Part of the names of the pages to run; <c>null</c> for all, and only then is a report written.</summary>
    public string? Only { get; init; }

    /// <summary>Where the records of wrong runs are kept; <c>null</c> for nowhere.</summary>
    public string? Records { get; init; }

    /// <summary>Where the report goes.</summary>
    public string Out { get; init; } = "docs/exactness.md";

    /// <summary>Whether a page is to be run, and can be on this machine.</summary>
    internal bool Wants(MatrixCase page) =>
        (Only is null || page.Name.Contains(Only, StringComparison.OrdinalIgnoreCase)) && (!page.OnLinuxOnly || OperatingSystem.IsLinux());

    /// <summary>Reads the command line; <c>null</c> for one that makes no sense.</summary>
    public static ExactnessOptions? Parse(string[] args)
    {
        var options = new ExactnessOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
                return null;
            var value = args[i + 1];
            var next = args[i] switch
            {
                "--runs" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var runs) && runs > 0 => options with { Runs = runs },
                "--every" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var every) && every > 0 => options with { Every = every },
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
