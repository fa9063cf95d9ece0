using System.ComponentModel;
using System.Diagnostics;

namespace Synthetic.Browser.Installing;

/// <summary>Runs real processes.</summary>
internal sealed class ProcessRunner : ICommandRunner
{
    public async Task<CommandResult> RunAsync(Command command, Action<string> say, CancellationToken ct)
    {
        var start = new ProcessStartInfo(command.File, command.Arguments)
        {
            RedirectStandardInput = true,
            // Ours may promise records only, so nothing the program writes may reach it.
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((var name, var value) in command.Variables)
            start.Environment[name] = value;
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new CommandResult(CommandResult.NotStarted, e.Message);
        }
        process.StandardInput.Close();
        var tail = new LineTail(say);
        var reading = Task.WhenAll(
            tail.ReadAsync(process.StandardOutput, ct), tail.ReadAsync(process.StandardError, ct));
        try
        {
            await process.WaitForExitAsync(ct);
            await reading;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
        return new CommandResult(process.ExitCode, tail.Reason);
    }
}
