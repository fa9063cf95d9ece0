using Synthetic.Browser.Installing;

namespace Synthetic.Tests.Browser.Installing;

/// <summary>Answers commands by what they contain; the first answer that fits counts, and a command without one fails.</summary>
internal sealed class FakeRunner : ICommandRunner
{
    private readonly List<(string Words, Func<CommandResult> Run)> _answers = [];

    public List<string> Ran { get; } = [];

    public FakeRunner On(string words, int exitCode, Action? effect = null)
    {
        CommandResult Answer()
        {
            effect?.Invoke();
            return new CommandResult(exitCode, exitCode == 0 ? "done" : "E: it broke");
        }
        _answers.Add((words, Answer));
        return this;
    }

    public Task<CommandResult> RunAsync(Command command, Action<string> say, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var line = command.ToString();
        Ran.Add(line);
        var answer = _answers.FirstOrDefault(a => line.Contains(a.Words, StringComparison.Ordinal)).Run;
        return Task.FromResult(answer?.Invoke() ?? new CommandResult(CommandResult.NotStarted, "not there"));
    }
}
