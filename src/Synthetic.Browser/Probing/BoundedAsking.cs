namespace Synthetic.Browser.Probing;

/// <summary>Asks many frames or workers the same, only so many of them at a time: a page of thousands must not flood the driver.</summary>
internal static class BoundedAsking
{
    /// <summary>How many are asked at a time: more than most pages have.</summary>
    public const int AtOnce = 16;

    /// <summary>How many are asked altogether: several times what pages full of advertisements have. The rest is left out.</summary>
    public const int Limit = 256;

    /// <summary>Asks each in turn.</summary>
    /// <param name="targets">Whom to ask, the most important first.</param>
    /// <param name="ask">Asks one.</param>
    /// <param name="patience">How long one that does not answer keeps the next from being asked.</param>
    /// <param name="time">The clock.</param>
    /// <returns>Ends when all are asked, with their answers: each may still be under way, or have failed.</returns>
    public static async Task<IReadOnlyList<Task>> SendAsync<T>(IEnumerable<T> targets, Func<T, Task> ask, TimeSpan patience, TimeProvider time)
    {
        var free = new SemaphoreSlim(AtOnce);
        var answers = new List<Task>();
        foreach (var target in targets.Take(Limit))
        {
            await free.WaitAsync();
            answers.Add(ask(target));
            BackgroundTask.Ignore(FreeAfterAsync(answers[^1]));
        }
        return answers;

        async Task FreeAfterAsync(Task answer)
        {
            await answer.WaitAsync(patience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            free.Release();
        }
    }
}
