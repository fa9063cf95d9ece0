using System.Text.Json;
using Microsoft.Extensions.Logging;
using Synthetic.Core.Alerting;

namespace Synthetic.Worker.Logging;

/// <summary>The <c>alert</c> line.</summary>
internal static class AlertLine
{
    public static WorkerEvent Of(Alert alert) => new("alert", Level(alert.State), alert.Message)
    {
        Fields = json =>
        {
            using var document = JsonDocument.Parse(AlertJson.Write(alert));
            // The message stands in the line already.
            foreach (var member in document.RootElement.EnumerateObject().Where(member => !member.NameEquals("message")))
                member.WriteTo(json);
        },
    };

    private static LogLevel Level(AlertEvent state) => state switch
    {
        AlertEvent.Firing => LogLevel.Error,
        AlertEvent.Updated => LogLevel.Warning,
        AlertEvent.Resolved => LogLevel.Information,
    };
}
