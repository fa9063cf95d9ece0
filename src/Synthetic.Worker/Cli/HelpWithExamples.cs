using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Synthetic.Worker.Cli;

/// <summary>The usual help, and a command's examples below it.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is CommandWithExamples command)
            parseResult.InvocationConfiguration.Output.WriteLine(command.Examples.TrimEnd() + Environment.NewLine);
        return code;
    }
}
