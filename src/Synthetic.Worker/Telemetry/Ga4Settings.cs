using Synthetic.Core.Secrets;
using Synthetic.Results.Analytics;
using Synthetic.Worker.Hosting;

namespace Synthetic.Worker.Telemetry;

/// <summary>The settings of Google Analytics; they are variables only, since an option shows in lists of processes.</summary>
internal static class Ga4Settings
{
    private static readonly Setting MeasurementId = new("SYNTHETIC_GA4_MEASUREMENT_ID", null, null);
    private static readonly Setting ApiSecret = new("SYNTHETIC_GA4_API_SECRET", null, null);
    private static readonly Setting Url = new("SYNTHETIC_GA4_URL", null, Ga4Target.Google);

    /// <returns>Where events go; <c>null</c> where nothing asks for any.</returns>
    public static Ga4Target? Read(SettingReader reader)
    {
        var (id, secret) = (reader.Text(MeasurementId, longest: 50), reader.Text(ApiSecret, longest: 200, isSecret: true));
        if (id is null && secret is null)
            return null;
        if (id is null || secret is null)
            return reader.Refuse<Ga4Target>(id is null ? MeasurementId : ApiSecret, $"must be given with {(id is null ? ApiSecret : MeasurementId).Variable}");
        return Uri.TryCreate(reader.Text(Url), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? new Ga4Target(id, new Secret(ApiSecret.Variable, secret), url)
            : reader.Refuse<Ga4Target>(Url, $"must be an address like {Ga4Target.Google}");
    }
}
