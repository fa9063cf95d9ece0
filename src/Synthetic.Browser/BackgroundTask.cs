namespace Synthetic.Browser;

/// <summary>Tasks that nobody waits for: the frame, dialog or page that one is about may be gone before it ends.</summary>
internal static class BackgroundTask
{
    /// <summary>Lets a task end by itself, and ignores its error.</summary>
    public static void Ignore(Task task) =>
        task.ContinueWith(t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
