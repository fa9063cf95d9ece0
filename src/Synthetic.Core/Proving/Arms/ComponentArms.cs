using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Proving.Arms;

/// <summary>The arms that take a component of a server away.</summary>
internal static class ComponentArms
{
    /// <summary>
    /// One arm; or, where the server's metrics leave open what else ran meanwhile, one that takes away the least and one the most that they
    /// allow: every other reading lies between them.
    /// </summary>
    /// <param name="name">The component.</param>
    /// <param name="step">The step as it was measured.</param>
    public static IReadOnlyList<Arm> Of(string name, StepResult step)
    {
        var removals = step.Requests.Select(r => ServerAccount.Of(r.ServerTiming, r.TtfbMs ?? 0).Without(name)).ToArray();
        var (least, most) = (removals.Sum(r => r.Least), removals.Sum(r => r.Most));
        var arm = new Arm { Name = $"without {name}", Kind = ArmKind.WithoutComponent, Removed = name };
        if (most - least <= ProofThresholds.FrameMs)
            return [arm];
        var alone = arm with { Name = $"{arm.Name}, alone", Reading = MetricReading.Alone };
        // An arm that takes nothing away is the control.
        return least <= ProofThresholds.FrameMs ? [alone] : [arm with { Name = $"{arm.Name}, beside", Reading = MetricReading.Beside }, alone];
    }
}
