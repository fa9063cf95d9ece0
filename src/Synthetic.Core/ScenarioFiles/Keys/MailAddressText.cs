using System.Text.RegularExpressions;
using Synthetic.Core.ScenarioFiles.Shapes;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>Addresses that an e-mail is sent to.</summary>
internal static partial class MailAddressText
{
    public static Shape<string> Shape { get; } = new TextShape("an e-mail address", max: 320)
    {
        Problem = (text, _) => Address().IsMatch(text) ? null : ("must be an e-mail address like ops@example.com", null),
    };

    // Whether there is such a mailbox only its server knows: this is against slips.
    [GeneratedRegex(@"^[^\s@<>,;]+@[^\s@<>,;]+$")]
    private static partial Regex Address();
}
