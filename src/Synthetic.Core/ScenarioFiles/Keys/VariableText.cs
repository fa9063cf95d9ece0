namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>Names of variables that a scenario fills in while it runs.</summary>
internal static class VariableText
{
    public const string Pattern = "^[A-Za-z_][A-Za-z0-9_]{0,99}$";
    public const string Must = "must be a variable's name of letters, digits and _, not starting with a digit, of at most 100 characters";
}
