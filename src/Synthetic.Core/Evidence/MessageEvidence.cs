namespace Synthetic.Core.Evidence;

/// <summary>A message that reached a page over a connection that is no request. Instants are on the run's clock.</summary>
/// <param name="Transport">One of <see cref="MessageTransport"/>.</param>
/// <param name="Url">The connection's address, the worker's, the channel's name or the frame's origin.</param>
/// <param name="ReceivedMs">When it came.</param>
/// <param name="SentMs">When the page first sent something there since the last input; absent where it did not, and for windows, which tell themselves when it came (<see cref="DocumentEvidence.Posted"/>).</param>
/// <param name="Direct">Whether the change was made while this message was handled; else it was only the latest before the change.</param>
public sealed record MessageEvidence(string Transport, string Url, double ReceivedMs, double? SentMs, bool Direct)
{
    /// <summary>Whether a server sent it: what it did meanwhile is out of sight.</summary>
    internal bool IsServers => Transport is MessageTransport.WebSocket or MessageTransport.EventStream;
}
