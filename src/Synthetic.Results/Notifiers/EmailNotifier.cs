using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Synthetic.Core.Basics;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Results.Notifiers;

/// <summary>Sends an e-mail over SMTP. Mails of one fingerprint are one conversation.</summary>
internal sealed class EmailNotifier(Notifier settings, Redactor redactor) : INotifier
{
    private const int LongestSubject = 199;

    public string Name => settings.Name;

    public TimeSpan Wait => settings.Wait;

    public async Task NotifyAsync(OutboxMessage message, CancellationToken ct)
    {
        var server = new Uri(settings.Url!.Reveal());
        using var client = new SmtpClient();
        await client.ConnectAsync(
            server.Host,
            server.Port > 0 ? server.Port : server.Scheme == "smtps" ? 465 : 587,
            server.Scheme == "smtps" ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable,
            ct);
        if (server.UserInfo.Split(':', 2) is [{ Length: > 0 } user, var password])
            await client.AuthenticateAsync(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password), ct);
        using var mail = Mail(message);
        await client.SendAsync(mail, ct);
        await client.DisconnectAsync(quit: true, ct);
    }

    private MimeMessage Mail(OutboxMessage message)
    {
        var notice = AlertNotice.Of(message.Alert);
        var mail = new MimeMessage
        {
            Subject = PlainText.Cut(redactor.Redact(notice.Title), LongestSubject),
            Body = new TextPart("plain") { Text = redactor.Redact(notice.ToText()) },
            Date = message.CreatedAt,
            // A second copy of one event has the same id, which servers and readers drop.
            MessageId = $"{message.Key}@synthetic",
        };
        mail.From.Add(MailboxAddress.Parse(settings.From!));
        mail.To.AddRange(settings.To.Select(MailboxAddress.Parse));
        mail.References.Add($"{message.Alert.Fingerprint}@synthetic");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }
}
