using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Synthetic.Core.Alerting;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Results.Notifiers;

/// <summary>Posts the alert itself, or what a template makes of it; signed as the Standard Webhooks specification has it.</summary>
internal sealed class WebhookNotifier(Notifier settings, Redactor redactor, TimeProvider time) : HttpNotifier(settings, redactor)
{
    private readonly BodyTemplate? _template = settings.Template is { } template ? new BodyTemplate(template) : null;

    // Secrets in the template are meant for the receiver; those in the alert are not.
    protected override string Body(OutboxMessage message) =>
        Redactor.RedactJson(AlertJson.Write(message.Alert)) is var alert && _template is null ? alert : _template.Fill(alert);

    // https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
    protected override void Sign(HttpRequestMessage request, OutboxMessage message, string body)
    {
        if (Settings.Key is not { } key)
            return;
        var sentAt = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Key(key.Reveal()), Encoding.UTF8.GetBytes($"{message.Key}.{sentAt}.{body}"));
        request.Headers.Add("webhook-id", message.Key);
        request.Headers.Add("webhook-timestamp", sentAt);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(signature)}");
    }

    // Keys of the specification say that they are, and are Base64; any other text is a key as well.
    private static byte[] Key(string text)
    {
        const string Prefix = "whsec_";
        var bytes = new byte[text.Length];
        return text.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length)
            ? bytes[..length]
            : Encoding.UTF8.GetBytes(text);
    }
}
