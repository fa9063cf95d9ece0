namespace Synthetic.Browser.Probing;

/// <summary>For work whose outcome nobody needs, since what it was about may be gone: a frame, a dialog, a page.</summary>
internal static class Unawaited
{
    /// <summary>Lets a task end by itself; if it fails, that is nobody's error.</summary>
    public static void Forget(Task task) =>
        task.ContinueWith(t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
