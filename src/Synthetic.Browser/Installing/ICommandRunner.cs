namespace Synthetic.Browser.Installing;

/// <summary>Runs another program to its end.</summary>
internal interface ICommandRunner
{
    /// <summary>Runs it without a terminal and hands every line it writes, on either stream, to <paramref name="say"/>.</summary>
    /// <returns>Its exit code; never throws for a program that fails or is not there: that is <see cref="CommandResult.NotStarted"/>.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the program and all it started are dead.</exception>
    public Task<CommandResult> RunAsync(Command command, Action<string> say, CancellationToken ct);
}

/// <summary>A program to run.</summary>
internal sealed record Command(string File, IReadOnlyList<string> Arguments)
{
    /// <summary>Variables set for it on top of ours.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    public override string ToString() => string.Join(' ', [File, .. Arguments]);
}

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Reason">The first line it wrote that calls itself an error, or else the last.</param>
internal sealed record CommandResult(int ExitCode, string Reason)
{
    /// <summary>Stands for a program that could not be started.</summary>
    public const int NotStarted = 127;

    public bool Succeeded => ExitCode == 0;

    public override string ToString() => Reason.Length == 0 ? $"exit code {ExitCode}" : $"exit code {ExitCode}: {Reason}";
}
