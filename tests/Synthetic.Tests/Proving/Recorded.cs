using Synthetic.Core.Evidence;
using Synthetic.Core.Proving.Replaying;

namespace Synthetic.Tests.Proving;

/// <summary>Recorded answers in a few words.</summary>
internal static class Recorded
{
    public const string Shop = "https://shop.example/";

    /// <summary>An answer of 2 + 0 + 400 + 3 ms, unless told otherwise.</summary>
    public static RecordedAnswer Answer(
        string url = Shop + "api/orders", string method = "POST", string? sent = null, string? header = null,
        double queue = 2, double connect = 0, double wait = 400, double download = 3, string? redirectedTo = null) => new()
        {
            Url = url,
            Sent = sent,
            Exchange = new NetworkExchange
            {
                Method = method,
                Url = url,
                ResourceType = "fetch",
                Status = 200,
                ConnectStart = connect > 0 ? queue : null,
                ConnectEnd = connect > 0 ? queue + connect : null,
                RequestStart = queue + connect,
                ResponseStart = queue + connect + wait,
                ResponseEnd = queue + connect + wait + download,
                ServerTiming = header is null ? [] : [header],
                RedirectedTo = redirectedTo,
            },
        };

    public static Recording Of(params RecordedAnswer[] answers) => Recording.Of(Shop, answers, []);

    /// <summary>GETs, by address.</summary>
    public static Recording Gets(params string[] paths) => Of([.. paths.Select(p => Answer(Shop + p, "GET"))]);

    public static Arm Arm(ArmKind kind, string? removed = null) => new() { Name = kind.ToString(), Kind = kind, Removed = removed };
}
