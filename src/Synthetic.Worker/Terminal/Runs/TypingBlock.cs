using Synthetic.Core.Records;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>What a step typed, shown as one interaction: the slowest key's INP, and the response.</summary>
internal static class TypingBlock
{
    /// <summary>A step's interactions with its keys as one; as they are where it typed nothing.</summary>
    public static IReadOnlyList<InteractionResult> AsOne(StepResult step)
    {
        if (step.Typing is not { } typing)
            return step.Interactions;
        var keys = step.Interactions.Where(one => one.Type == "keyboard").ToArray();
        var slowest = typing.Slowest is { } slow ? step.Interactions[slow.Interaction] : keys.MaxBy(key => key.Inp?.Ms) ?? keys[0];
        return
        [
            .. step.Interactions.Except(keys),
            slowest with
            {
                Response = typing.Answered is { } answered ? step.Interactions[answered.Interaction].Response : keys.Select(key => key.Response).LastOrDefault(response => response is not null),
                Lost = keys.Select(key => key.Lost).FirstOrDefault(lost => lost is not null),
            },
        ];
    }
}
