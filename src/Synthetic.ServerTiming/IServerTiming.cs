namespace Synthetic.ServerTiming;

/// <summary>
/// Collects what one request spends its time on, and sends it as its <c>Server-Timing</c> header. One instance a
/// request; safe to use from several threads at once. Nothing here fails a request because it came too late:
/// what is added after the response has started is not sent.
/// </summary>
public interface IServerTiming
{
    /// <summary>Measures until the result is disposed. Several measures of one name add up.</summary>
    /// <param name="name">
    /// A token of RFC 9110: letters, digits and <c>!#$%&amp;'*+-.^_`|~</c>, at most 128. A dot makes a part:
    /// <c>payments.db</c> is a part of <c>payments</c>.
    /// </param>
    /// <param name="description">What a person should read next to the name; none by default, cut to 256 characters.</param>
    /// <returns>The running measure. One that still runs when the response starts counts up to that moment.</returns>
    /// <exception cref="ArgumentException">The name is no token.</exception>
    IDisposable Measure(string name, string? description = null);

    /// <summary>Adds time that was measured elsewhere.</summary>
    /// <param name="name">As in <see cref="Measure"/>.</param>
    /// <param name="duration">Zero or more; sent in milliseconds, to a hundredth.</param>
    /// <param name="description">As in <see cref="Measure"/>.</param>
    /// <exception cref="ArgumentException">The name is no token.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    void Add(string name, TimeSpan duration, string? description = null);
}
