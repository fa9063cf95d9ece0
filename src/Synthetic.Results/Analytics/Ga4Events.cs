using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;

namespace Synthetic.Results.Analytics;

/// <summary>A run as events of Google Analytics: one a page with its vitals, one a step with its times, each with what its server says it did. Pure.</summary>
internal static class Ga4Events
{
    /// <summary>The event of a page.</summary>
    public const string Page = "synthetic_page";

    /// <summary>The event of a step.</summary>
    public const string Step = "synthetic_step";

    /// <summary>Events that one message may hold.</summary>
    private const int MostInMessage = 25;

    private const string ServerPrefix = "server.";

    /// <summary>The messages that tell of a run; none where it has neither pages nor times.</summary>
    public static IEnumerable<JsonObject> MessagesOf(RunRecord run) =>
        run.Pages.Select(page => OfPage(run, page)).Concat(ComponentTime.Of(run).GroupBy(part => part.Step, StringComparer.Ordinal).Select(step => OfStep(run, step)))
            .Chunk(MostInMessage)
            .Select(events => new JsonObject
            {
                ["client_id"] = ClientOf(run),
                ["timestamp_micros"] = (run.StartedAt.ToUnixTimeMilliseconds() + (long)run.DurationMs) * 1000,
                ["non_personalized_ads"] = true,
                ["events"] = new JsonArray([.. events]),
            });

    private static JsonObject OfPage(RunRecord run, PageResult page) => Event(Page, Common(run)
        .With("page_location", page.Url)
        .With("navigation", page.Navigation)
        .With("lcp", page.LcpMs).With("fcp", page.FcpMs).With("ttfb", page.TtfbMs).With("cls", page.Cls).With("inp", page.InpMs)
        .WithServer(page.ServerTiming.Where(metric => metric.Ms > 0).GroupBy(metric => metric.Name, StringComparer.OrdinalIgnoreCase).Select(same => (same.Key, same.Sum(metric => metric.Ms)))));

    private static JsonObject OfStep(RunRecord run, IGrouping<string, ComponentTime> step)
    {
        double? Of(string component) => step.FirstOrDefault(part => part.Component == component)?.Ms;
        return Event(Step, Common(run)
            .With("step", step.Key)
            .With("inp", Of("inp"))
            .With("response", Of("response"))
            .WithServer(step.Where(part => part.Component.StartsWith(ServerPrefix, StringComparison.Ordinal)).Select(part => (part.Component[ServerPrefix.Length..], part.Ms))));
    }

    // Without a session and a time of engagement, reports leave events out.
    private static Ga4Params Common(RunRecord run) => new Ga4Params()
        .With("session_id", run.StartedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))
        .With("engagement_time_msec", Math.Round(run.DurationMs))
        .With("scenario", run.Scenario)
        .With("location", run.Location)
        .With("run_id", run.RunId)
        .With("status", StatusText.Of(run.Status));

    private static JsonObject Event(string name, Ga4Params parameters) => new() { ["name"] = name, ["params"] = parameters.Json };

    /// <summary>A location with a scenario is one visitor: two numbers, as Google's own ids are.</summary>
    private static string ClientOf(RunRecord run)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{run.Location}\n{run.Scenario}"));
        return string.Create(CultureInfo.InvariantCulture, $"{BinaryPrimitives.ReadUInt32BigEndian(hash)}.{BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(4))}");
    }
}
