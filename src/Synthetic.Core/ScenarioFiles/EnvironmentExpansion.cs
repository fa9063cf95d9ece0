using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Synthetic.Core.ScenarioFiles.Syntax;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>
/// Fills in <c>${NAME}</c> and <c>${NAME:-default}</c>; <c>$${</c> stands for a plain <c>${</c>. What steps read from a page is left as
/// it stands: it is filled in while they run.
/// </summary>
internal static partial class EnvironmentExpansion
{
    public static void Apply(ConfigNode root, ReadContext context)
    {
        HashSet<string> captured = [.. root.All().SelectMany(node => node.Members).Where(member => member.Key == "capture").SelectMany(member => member.Value.Members).Select(member => member.Key)];
        foreach (var node in root.All())
        {
            if (node.Kind == JsonTokenType.String && node.Text.Contains("${", StringComparison.Ordinal))
                Expand(node, context, OfSteps().IsMatch(node.Path) ? captured : []);
        }
    }

    private static void Expand(ConfigNode node, ReadContext context, HashSet<string> captured)
    {
        var (written, at) = (node.Text, 0);
        var (value, shown, secrets) = (new StringBuilder(), new StringBuilder(), new List<Secret>());
        foreach (Match match in Reference().Matches(written))
        {
            Both(written[at..match.Index]);
            at = match.Index + match.Length;
            if (match.Value == "$${")
            {
                Both("${");
                continue;
            }

            node.HasReference = true;
            if (!match.Groups["name"].Success)
            {
                Fail("has a \"${\" that is no reference; write ${NAME} or ${NAME:-default}, or $${ for a plain \"${\"");
                continue;
            }

            var (name, fallback) = (match.Groups["name"].Value, match.Groups["default"]);
            var found = context.Vocabulary.Environment(name);
            if (captured.Contains(name) || (found is null && !fallback.Success && OfSteps().IsMatch(node.Path) && RunVariables.BuiltIn.Contains(name)))
                Both(match.Value);
            else if (string.IsNullOrEmpty(found) && fallback.Success)
                Both(fallback.Value);
            else if (found is null)
                Fail($"needs the environment variable {name}, which is not set; set it, or give a default: ${{{name}:-…}}");
            else if (found.Length > 0)
                Hide(new Secret(name, found));
        }

        Both(written[at..]);
        (node.Text, node.Shown, node.Secrets) = (value.ToString(), shown.ToString(), secrets);

        void Both(string text)
        {
            value.Append(text);
            shown.Append(text);
        }

        void Hide(Secret secret)
        {
            value.Append(secret.Reveal());
            shown.Append(secret);
            secrets.Add(secret);
        }

        void Fail(string message)
        {
            node.Broken = true;
            context.Report(node, message);
        }
    }

    [GeneratedRegex(@"^((scenarios\[\d+\]|defaults)\.(steps|setup|teardown)|shared)\b")]
    private static partial Regex OfSteps();

    // The last branch catches every "${" that the one before it does not understand.
    [GeneratedRegex(@"\$\$\{|\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(:-(?<default>[^}]*))?\}|\$\{", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
