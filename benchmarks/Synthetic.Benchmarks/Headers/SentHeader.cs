using Synthetic.Benchmarks.Exactness.Cases;

namespace Synthetic.Benchmarks.Headers;

/// <summary>A Server-Timing header as a system sends it, and what somebody who knows that system reads in it.</summary>
/// <param name="System">The system, and what it was doing; unique.</param>
/// <param name="WaitMs">How long its answer is waited for, in milliseconds.</param>
/// <param name="Culprit">Who is to blame for a click that waits for it.</param>
/// <param name="Numbers">What has to be shown, each with its number: <c>db 102, render 55</c>.</param>
/// <param name="Fields">The header's fields. Ids are shortened.</param>
public sealed record SentHeader(string System, double WaitMs, Blamed Culprit, string Numbers, params string[] Fields)
{
    /// <summary>Where the response was served from, as a sentence goes on; <c>null</c> where the header does not tell.</summary>
    public string? Served { get; init; }

    /// <summary>The same as a page whose click waits for a fetch that is answered with it.</summary>
    public MatrixCase Page => new()
    {
        Name = $"sent: {System}",
        Body = $"<button id=go>go</button><p id=out></p><script>onGo(async () => {{ await ask('wait={WaitMs:0}{string.Concat(Fields.Select(one => $"&header={Uri.EscapeDataString(one)}"))}'); show(); }})</script>",
        Response = Culprit,
    };

    public override string ToString() => System;
}
