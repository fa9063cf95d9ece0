using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Secrets;

namespace Synthetic.Core.Diagnosing.Interactions;

/// <summary>Tells the keys of a step that typed as one.</summary>
internal static class TypedKeys
{
    /// <summary>The longest text that is said.</summary>
    private const int LongestText = 40;

    /// <summary>Whether a step typed key by key.</summary>
    public static bool In(StepEvidence step) => step.Action == "type";

    /// <summary>What it typed; <c>null</c> where it did not, and for a single key, which is an interaction as any other.</summary>
    /// <param name="step">The step.</param>
    /// <param name="interactions">What became of its interactions.</param>
    public static Typing? Of(StepEvidence step, IReadOnlyList<InteractionResult> interactions)
    {
        (InteractionResult Result, int At)[] keys = [.. interactions.Select((result, at) => (result, at)).Where(one => one.result.Type == "keyboard")];
        if (!In(step) || keys.Length < 2)
            return null;
        var text = step.Typed is { } typed && !typed.Contains(Redactor.Mask, StringComparison.Ordinal) ? typed : null;
        var names = Names(text ?? "") is { } all && all.Length == keys.Length ? all : null;
        TypedKey? Key(Func<InteractionResult, double?> ms) => Enumerable.Range(0, keys.Length)
            .Where(i => ms(keys[i].Result) is not null)
            .OrderByDescending(i => ms(keys[i].Result))
            .Select(i => new TypedKey(i + 1, keys[i].At, names?[i], ms(keys[i].Result)!.Value))
            .FirstOrDefault();
        return new Typing
        {
            Keys = keys.Length,
            Text = text is null ? null : PlainText.OneLine(PlainText.Cut(text, LongestText)),
            Slowest = Key(one => one.Inp is { Bound: not "upper" } inp ? inp.Ms : null),
            Answered = Key(one => one.Response is { Source: not ResponseSource.InteractionContentfulPaint } response ? response.Ms : null),
        };
    }

    /// <summary>What each key typed: characters that no key of the driver's keyboard makes are put in without one.</summary>
    private static string[] Names(string text) => [.. text.Where(c => c is >= ' ' and <= '~' or '\n' or '\r').Select(c => c switch
    {
        ' ' => "Space",
        '\n' or '\r' => "Enter",
        _ => c.ToString(),
    })];
}
