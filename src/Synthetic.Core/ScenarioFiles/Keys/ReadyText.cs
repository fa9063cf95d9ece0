using System.Text.Json;
using Synthetic.Core.ScenarioFiles.Shapes;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>How a file spells what a step waits for before its action.</summary>
internal static class ReadyText
{
    private static readonly (string Word, PageReadiness Readiness)[] Table =
        [.. Enum.GetValues<PageReadiness>().Select(readiness => (JsonNamingPolicy.CamelCase.ConvertName(readiness.ToString()), readiness))];

    public static Shape<string> Shape { get; } = new ChoiceShape("\"listeners\" or \"quiet\"", [.. Table.Select(row => row.Word)]);

    /// <summary>What a word of <see cref="Shape"/> stands for.</summary>
    public static PageReadiness Parse(string word) => Table.Single(row => row.Word == word).Readiness;
}
