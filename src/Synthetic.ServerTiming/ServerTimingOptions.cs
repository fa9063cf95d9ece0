using Microsoft.AspNetCore.Http;

namespace Synthetic.ServerTiming;

/// <summary>What the <c>Server-Timing</c> header of a service says, and to whom.</summary>
public sealed class ServerTimingOptions
{
    /// <summary>The smallest <see cref="MaxHeaderBytes"/>: 64, enough for the total and the count of what was dropped.</summary>
    public const int LeastHeaderBytes = 64;

    /// <summary>
    /// The largest <see cref="MaxHeaderBytes"/>: 6144. Common proxies give all headers of a response together 8 KB, some
    /// 4 KB, and answer 502 to more.
    /// </summary>
    public const int MostHeaderBytes = 6144;

    /// <summary>
    /// Whether to send <c>total</c>, the time from this middleware to the start of the response. Default: true.
    /// </summary>
    public bool EmitTotal { get; set; } = true;

    /// <summary>
    /// The origins whose pages may read the timing of this service: <c>https://shop.example</c>, or <c>*</c> for all.
    /// Default: none, so only pages of the same origin read it.
    /// </summary>
    public IList<string> TimingAllowOrigin { get; } = [];

    /// <summary>
    /// The most bytes the header's value may take. Default: 2048; from <see cref="LeastHeaderBytes"/> to
    /// <see cref="MostHeaderBytes"/>. Over it, the smallest durations are dropped and counted in <c>dropped;desc="7"</c>.
    /// </summary>
    public int MaxHeaderBytes { get; set; } = 2048;

    /// <summary>
    /// Who gets the header: timings tell strangers about the inside of a service. Asked when the response starts, so
    /// the user is known by then. Default: null, which is everybody.
    /// </summary>
    public Func<HttpContext, bool>? Enabled { get; set; }
}
