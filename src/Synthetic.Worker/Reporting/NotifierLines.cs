using Microsoft.Extensions.Logging;
using Synthetic.Core.Reporting;
using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Reporting;

/// <summary>The <c>notifier.failed</c> lines.</summary>
internal static class NotifierLines
{
    public static WorkerEvent Failed(OutboxMessage message, Exception error, bool givenUp) => Line(
        message.Notifier,
        $"notifier {message.Notifier} did not deliver an alert of {message.Alert.Scenario}: {error.Message}; {(givenUp ? "given up" : "it is tried again")}",
        // What a receiver answers, or that it is away, is no bug of ours: a stack trace would only hide the sentence.
        error is HttpRequestException or TimeoutException or ReceiverBusyException ? null : error,
        message);

    public static WorkerEvent Dropped(OutboxMessage message) => Line(
        message.Notifier,
        $"notifier {message.Notifier}: an alert of {message.Alert.Scenario} was given up, {OutputLimits.MostMessages} newer ones wait",
        message: message);

    public static WorkerEvent Undelivered(string notifier, IReadOnlyList<OutboxMessage> left) =>
        Line(notifier, $"notifier {notifier}: the worker stops with {(left.Count == 1 ? "1 alert" : $"{left.Count} alerts")} undelivered");

    public static WorkerEvent StoreFailed(string notifier, Exception error) =>
        Line(notifier, $"notifier {notifier}: the store did not say what is to be delivered: {error.Message}; it is asked again", error);

    private static WorkerEvent Line(string notifier, string text, Exception? error = null, OutboxMessage? message = null) =>
        new("notifier.failed", LogLevel.Error, text)
        {
            Exception = error,
            Fields = json =>
            {
                json.WriteString("notifier", notifier);
                if (message is null)
                    return;
                json.WriteString("scenario", message.Alert.Scenario);
                json.WriteString("fingerprint", message.Alert.Fingerprint);
                json.WriteString("runId", message.Alert.RunId);
            },
        };
}
