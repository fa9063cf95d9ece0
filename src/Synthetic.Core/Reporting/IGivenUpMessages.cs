namespace Synthetic.Core.Reporting;

/// <summary>The messages that could not be delivered. Throws where the store can't be reached.</summary>
public interface IGivenUpMessages
{
    /// <summary>Those of a notifier, the earliest first.</summary>
    /// <param name="notifier">The notifier's name.</param>
    /// <param name="ct">Gives the call up.</param>
    Task<IReadOnlyList<OutboxMessage>> ListAsync(string notifier, CancellationToken ct);

    /// <summary>Has all those of a notifier tried again, by whichever worker delivers to it.</summary>
    /// <param name="notifier">The notifier's name.</param>
    /// <param name="ct">Gives the call up.</param>
    /// <returns>How many there are.</returns>
    Task<int> SendAgainAsync(string notifier, CancellationToken ct);
}
