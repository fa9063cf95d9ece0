using Synthetic.Core.Secrets;

namespace Synthetic.Results.Analytics;

/// <summary>A data stream of Google Analytics 4 that takes events by its Measurement Protocol.</summary>
/// <param name="MeasurementId">The stream's id: <c>G-…</c>.</param>
/// <param name="ApiSecret">The stream's API secret.</param>
/// <param name="Endpoint">Where events go. Default: <see cref="Google"/>.</param>
public sealed record Ga4Target(string MeasurementId, Secret ApiSecret, Uri Endpoint)
{
    /// <summary>Google's own collector.</summary>
    public const string Google = "https://www.google-analytics.com/mp/collect";

    /// <summary>Where a message goes: the protocol has the secret in the query, and nowhere else.</summary>
    internal Uri Address => new UriBuilder(Endpoint)
    {
        Query = $"measurement_id={Uri.EscapeDataString(MeasurementId)}&api_secret={Uri.EscapeDataString(ApiSecret.Reveal())}",
    }.Uri;

    /// <summary>As settings are printed: without the secret.</summary>
    public override string ToString() =>
        $"{MeasurementId} at {Endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}";
}
