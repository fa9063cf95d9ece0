namespace Synthetic.Worker.Hosting;

/// <summary>One setting: an option wins over the environment variable, that over the default.</summary>
/// <param name="Variable">The environment variable.</param>
/// <param name="Option">The command-line option; <c>null</c> for variables only.</param>
/// <param name="Default">The value where neither is given; <c>null</c> for none.</param>
internal sealed record Setting(string Variable, string? Option, string? Default)
{

    /// <summary>Finds the value, and where it came from.</summary>
    public (string? Text, string Source) Find(Func<string, string?> environment, IReadOnlyDictionary<string, string?> options)
    {
        if (Option is not null && options.GetValueOrDefault(Option) is { } given)
            return (given, Option);
        // An empty variable is how a shell or a compose file says "not set".
        return environment(Variable) is { Length: > 0 } set ? (set, Variable) : (Default, Variable);
    }
}
