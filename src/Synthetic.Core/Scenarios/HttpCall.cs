namespace Synthetic.Core.Scenarios;

/// <summary>A request that is sent before the first step or after the last one; it shares the run's cookies and measures nothing.</summary>
public sealed record HttpCall
{
    /// <summary>Methods there are.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["get", "post", "put", "patch", "delete"];

    /// <summary>The method, in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>The address; a relative one starts at the scenario's base address.</summary>
    public required string Url { get; init; }

    /// <summary>Headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body, as JSON; <c>null</c> for none, or for <see cref="Body"/>.</summary>
    public string? Json { get; init; }

    /// <summary>The body, as text; <c>null</c> for none.</summary>
    public string? Body { get; init; }

    /// <summary>The status that it must have; <c>null</c> for any below 400.</summary>
    public int? Status { get; init; }

    /// <summary>What is read from its answer, for the steps: variables and paths into its JSON; an empty path is the whole text.</summary>
    public IReadOnlyDictionary<string, string> Captures { get; init; } = new Dictionary<string, string>();
}
