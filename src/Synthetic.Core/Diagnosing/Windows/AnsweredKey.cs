using Synthetic.Core.Diagnosing.Interactions;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>
/// Finds the key that a result belongs to, of several that were typed. Keys come quicker than answers: the last one before the paint is often
/// not the one that asked.
/// </summary>
internal static class AnsweredKey
{
    /// <summary>The key.</summary>
    /// <param name="keys">The keys, by begin.</param>
    /// <param name="all">The response as though the first one had asked.</param>
    public static Interaction Of(IReadOnlyList<Interaction> keys, Response all)
    {
        Interaction LastBefore(double instant) => keys.LastOrDefault(key => key.Begin <= instant) ?? keys[0];
        var latest = LastBefore(all.Paint.Changed ?? all.Paint.Instant);
        var asked = Asked(all, latest.Begin);
        return asked < latest.Begin ? LastBefore(asked.Value) : latest;
    }

    /// <summary>When that was asked for which the result waited last; <c>null</c> where it was there before the latest key, which then did without.</summary>
    private static double? Asked(Response all, double latest)
    {
        if (all.Message is { } message)
            return message.ReceivedMs >= latest ? message.SentMs : null;
        // A font was asked for by its text.
        return all.Path.FirstOrDefault(step => all.Paint.Font is null || step != all.Path[0]) is { Request: { } last } && (last.End ?? double.PositiveInfinity) >= latest ? last.Start : null;
    }
}
