using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Synthetic.Worker.Cli;

/// <summary>A command whose help shows how it is used.</summary>
internal sealed class TaughtCommand(string name, string description, string teaching) : Command(name, description)
{
    /// <summary>What stands below the options: examples first.</summary>
    internal string Teaching { get; } = teaching;
}

/// <summary>The usual help, and what a command teaches below it.</summary>
internal sealed class TeachingHelp(HelpAction usual) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is TaughtCommand taught)
            parseResult.InvocationConfiguration.Output.WriteLine(taught.Teaching.TrimEnd() + Environment.NewLine);
        return code;
    }
}
