using System.CommandLine;

namespace Synthetic.Worker.Cli;

/// <summary>A command whose help shows how it is used.</summary>
internal sealed class CommandWithExamples(string name, string description, string examples) : Command(name, description)
{
    /// <summary>What stands below the options: examples first, then what the exit codes mean.</summary>
    public string Examples { get; } = examples;
}
