using System.Text.Json;

namespace Synthetic.Browser.Probing;

/// <summary>A message that reached the page over a connection that is no request.</summary>
/// <param name="Transport"><c>websocket</c>, <c>eventsource</c>, <c>worker</c>, <c>sharedworker</c>, <c>serviceworker</c>, <c>broadcast</c> or <c>frame</c>.</param>
/// <param name="Url">The connection's address, the worker's, the channel's name or the frame's origin.</param>
/// <param name="Received">When it came, in milliseconds since the Unix epoch.</param>
/// <param name="Sent">When the page first sent something there since the last input; absent where it did not.</param>
/// <param name="Direct">Whether the change was made while this message was handled; else it was only the latest before.</param>
internal sealed record ReceivedMessage(string? Transport, string? Url, double Received, double? Sent, bool Direct);

/// <summary>A link of the chain from a change back to the input; instants by the clock of its document.</summary>
internal sealed record ReceivedCause(string? Kind, double At, int Count, string? Method, string? Url, int? Nth, double? Delay, double? Set);

/// <summary>A transition or an animation: its name, a selector-like name of what it runs on, and its end in milliseconds since the Unix epoch.</summary>
internal sealed record ReceivedMotion(string? What, string? Target, double End);

/// <summary>A result on the screen.</summary>
/// <param name="Time">When it was painted, in milliseconds since the Unix epoch.</param>
/// <param name="Changed">When the document was changed so, on the same clock; absent where only the paint is known.</param>
/// <param name="Message">The message that brought the change, or may have; absent for none.</param>
/// <param name="Image">The address of the image that it is, where it had to be loaded first.</param>
/// <param name="Font">The font that its text waited for, hidden until then; absent where it did not.</param>
/// <param name="Causes">What caused the change, back to the input; absent where that was not followed.</param>
/// <param name="Unseen">When it was painted first, still transparent or out of sight; absent where it was seen at once.</param>
/// <param name="Settling">The transitions and animations that ran on it then; absent where nothing shows.</param>
internal sealed record PaintedResult(
    double Time, double? Changed = null, string? Image = null, string? Font = null, ReceivedMessage? Message = null, IReadOnlyList<ReceivedCause>? Causes = null,
    double? Unseen = null, IReadOnlyList<ReceivedMotion>? Settling = null)
{
    private const int MostMotions = 10;

    /// <summary>Reads the probe's answer; <c>null</c> for none, and for anything that only a page could have put there.</summary>
    public static PaintedResult? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, ProbeJson.Default.PaintedResult) is { Time: > 0 } result ? result : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The later of two, with what runs on either; one that is not there is none.</summary>
    public static PaintedResult? Later(PaintedResult? a, PaintedResult? b) => a is null || b is null ? a ?? b : (b.Time > a.Time ? b : a) with { Settling = [.. a.Motions, .. b.Motions] };

    /// <summary>What ran on it, as it can be relied on.</summary>
    public IEnumerable<ReceivedMotion> Motions => (Settling ?? []).OfType<ReceivedMotion>().Where(motion => motion.End > Time).Take(MostMotions);
}
