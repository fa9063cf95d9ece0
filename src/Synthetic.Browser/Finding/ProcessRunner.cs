using System.ComponentModel;
using System.Diagnostics;

namespace Synthetic.Browser.Finding;

/// <summary>Runs real processes.</summary>
internal sealed class ProcessRunner : ICommandRunner
{
    public async Task<CommandResult> RunAsync(Command command, Action<string> say, CancellationToken cancellation)
    {
        ProcessStartInfo start = new(command.File, command.Arguments)
        {
            RedirectStandardInput = true,
            // Ours may promise records only, so nothing the program writes may reach it.
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in command.Variables)
            start.Environment[name] = value;
        using Process process = new() { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new CommandResult(CommandResult.NotStarted, e.Message);
        }
        process.StandardInput.Close();
        LineTail tail = new(say);
        Task reading = Task.WhenAll(
            tail.ReadAsync(process.StandardOutput, cancellation), tail.ReadAsync(process.StandardError, cancellation));
        try
        {
            await process.WaitForExitAsync(cancellation);
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
