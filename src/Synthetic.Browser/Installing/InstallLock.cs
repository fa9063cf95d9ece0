namespace Synthetic.Browser.Installing;

/// <summary>Lets one process of a user install at a time, by a locked file that the system frees when its holder dies.</summary>
internal static class InstallLock
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits for the lock; disposing gives it up. The file itself stays: removing it would let two in.</summary>
    public static async Task<IDisposable> TakeAsync(string folder, Action<string> say, TimeProvider time, CancellationToken ct)
    {
        // By user: another user's file could not be opened in a sticky folder.
        var path = Path.Join(folder, $"synthetic-browser-install-{Environment.UserName}.lock");
        for (var told = false; ; told = true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (IsHeldByAnother(e))
            {
                if (!told)
                    say("Another process is installing a browser; waiting for it.");
                await Task.Delay(Retry, time, ct);
            }
        }
    }

    /// <summary>The system's error for a locked file: ERROR_SHARING_VIOLATION on Windows, EAGAIN on Linux and macOS.</summary>
    private static bool IsHeldByAnother(IOException e) => (e.HResult & 0xFFFF) is 32 or 11 or 35;
}
