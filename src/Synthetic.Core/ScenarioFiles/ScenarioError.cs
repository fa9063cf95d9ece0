namespace Synthetic.Core.ScenarioFiles;

/// <summary>One thing wrong with a scenario file. It never shows a value that came from the environment.</summary>
/// <param name="Path">Where, as a JSON path: <c>scenarios[2].timeout</c>; empty for the file as a whole.</param>
/// <param name="Message">What is wrong, the limit, the actual value and what to do; it reads on from the path.</param>
/// <param name="Line">Line in the file, from 1; <c>null</c> where there is no place to point at.</param>
/// <param name="Column">Column in characters, from 1; <c>null</c> where there is no place to point at.</param>
public sealed record ScenarioError(string Path, string Message, int? Line, int? Column)
{
    /// <summary>One sentence: <c>scenarios[0].steps[3].budgets.cls must be at most 10, was 25</c>.</summary>
    public override string ToString() => Path.Length == 0 ? $"the file {Message}" : $"{Path} {Message}";
}
