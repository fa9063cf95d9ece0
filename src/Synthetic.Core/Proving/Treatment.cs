using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Proving.Replaying;

namespace Synthetic.Core.Proving;

/// <summary>What an arm does with a request.</summary>
/// <param name="HoldMs">How long its answer is held back, in milliseconds.</param>
/// <param name="Blocked">Whether it is refused instead.</param>
public readonly record struct Treatment(double HoldMs, bool Blocked = false)
{
    /// <summary>The treatment of one recorded request in one arm.</summary>
    /// <param name="arm">The arm.</param>
    /// <param name="answer">The request, its answer and its times.</param>
    public static Treatment Of(Arm arm, RecordedAnswer answer) => arm.Kind == ArmKind.ThirdPartiesBlocked && answer.ThirdParty
        ? new Treatment(0, Blocked: true)
        : new Treatment(Math.Max(0, answer.TotalMs - Math.Max(0, Removed(arm, answer))));

    private static double Removed(Arm arm, RecordedAnswer answer) => arm.Kind switch
    {
        ArmKind.WithoutComponent => Removed(arm.Reading, answer.Account.Without(arm.Removed)) + (arm.Removed == ServerAccount.Unnamed && answer.WasHeldOpen ? answer.DownloadMs : 0),
        ArmKind.ServerAtOnce => answer.WaitMs,
        ArmKind.NetworkAtOnce => answer.TotalMs - (answer.Account.Reported ?? 0),
        ArmKind.WithoutTransit => answer.WaitMs - (answer.Account.Reported ?? 0),
        ArmKind.WithoutQueue => answer.QueueMs,
        ArmKind.WithoutConnect => answer.ConnectMs,
        ArmKind.WithoutDownload => answer.DownloadMs,
        ArmKind.WithoutRedirects when answer.Exchange.RedirectedTo is not null => answer.TotalMs,
        ArmKind.WithoutRequests when arm.Requests?.Contains(answer.Key) == true => answer.TotalMs,
        ArmKind.ThirdPartiesAtOnce when answer.ThirdParty => answer.TotalMs,
        _ => 0,
    };

    /// <summary>What is taken away by a reading; without one, what is certain.</summary>
    private static double Removed(MetricReading? reading, Removal removal) => reading switch
    {
        MetricReading.Alone => removal.Most,
        MetricReading.Beside or null => removal.Least,
    };
}
