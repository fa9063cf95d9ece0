using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>Collects what is wrong while a file is read, and answers what the file refers to.</summary>
internal sealed class ReadContext(ScenarioVocabulary vocabulary)
{
    private readonly List<ScenarioError> _errors = [];

    public ScenarioVocabulary Vocabulary { get; } = vocabulary;
    public IReadOnlyList<ScenarioError> Errors => _errors;

    public void Report(ScenarioError error) => _errors.Add(error);

    public void Report(ConfigNode node, string message) =>
        _errors.Add(new ScenarioError(node.Path, message, node.Line, node.Column));

    /// <summary>Reports a value: what it must be, what it was, what to do.</summary>
    /// <param name="node">The value.</param>
    /// <param name="must">The limit; it must not be made from the value.</param>
    /// <param name="advice">What to do. It may be made from the value, so it is left out where that is secret.</param>
    public void ReportValue(ConfigNode node, string must, string? advice = null) =>
        Report(node, $"{must}, was {node.Quoted()}{Advice(node, advice)}");

    /// <summary>The same for values that read better without quotes: durations and numbers.</summary>
    public void ReportAmount(ConfigNode node, string must, string? advice = null) =>
        Report(node, $"{must}, was {node.Bare()}{Advice(node, advice)}");

    private static string Advice(ConfigNode node, string? advice) =>
        advice is null || node.Secrets.Count > 0 ? "" : $"; {advice}";
}
