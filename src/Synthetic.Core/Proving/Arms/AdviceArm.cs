using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Proving.Arms;

/// <summary>The arm that tries an advice.</summary>
internal static class AdviceArm
{
    /// <summary>The arm that does what an advice says; <c>null</c> where it is not about requests that could be left out.</summary>
    /// <param name="advice">The advice.</param>
    /// <param name="step">Its step.</param>
    public static Arm? Of(Advice advice, StepResult step)
    {
        if (advice.RequestIds is not { Count: > 0 } ids)
            return null;
        var named = step.Requests.Where(r => ids.Contains(r.Id)).ToArray();
        // The longest of a row that is sent at once still has to be waited for.
        var spared = advice.Kind == "parallelize" ? named.Except([named.MaxBy(r => (r.TtfbMs ?? 0) + (r.DownloadMs ?? 0))]).ToArray() : named;
        var keys = spared.OfType<RequestResult>().Select(r => KeyOf(r, step)).ToArray();
        return keys.Length == 0 ? null : new Arm
        {
            Name = advice.Kind == "parallelize" ? $"{named.Length} requests together" : keys.Length == 1 ? "without the repeat" : $"without {keys.Length} repeats",
            Kind = ArmKind.WithoutRequests,
            Removed = advice.Kind,
            Requests = keys,
        };
    }

    private static RequestKey KeyOf(RequestResult request, StepResult step) => new(
        request.Method,
        request.Url,
        step.Requests.Where(r => r.Method == request.Method && r.Url == request.Url).ToList().IndexOf(request));
}
