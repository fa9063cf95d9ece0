using System.CommandLine;
using System.CommandLine.Parsing;
using Synthetic.Core.ScenarioFiles;

namespace Synthetic.Worker.Cli;

/// <summary>What is wrong with a command line, with the nearest known word for each unknown one.</summary>
internal static class UsageErrors
{
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        // An unknown option would pass for a scenario's name.
        var mistaken = parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Select(token => token.Value)
            .Where(LooksLikeOption);
        var unknown = parsed.UnmatchedTokens.Concat(mistaken).Distinct().ToList();
        var rest = parsed.Errors
            .Where(error => !parsed.UnmatchedTokens.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal)))
            .Select(error => error.Message);
        return [.. unknown.Select(token => Unknown(token, command)), .. rest.Distinct()];
    }

    private static bool LooksLikeOption(string token) => token.Length > 1 && token[0] == '-';

    private static string Unknown(string token, Command command)
    {
        if (LooksLikeOption(token))
        {
            var options = command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)));
            return $"unknown option {token}{Suggestion.Hint(token.Split('=')[0], options.Select(option => option.Name))}";
        }

        return command.Subcommands.Count > 0
            ? $"unknown command \"{token}\"{Suggestion.Hint(token, command.Subcommands.Select(sub => sub.Name))}"
            : $"unexpected argument \"{token}\"";
    }
}
