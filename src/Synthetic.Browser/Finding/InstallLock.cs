namespace Synthetic.Browser.Finding;

/// <summary>Lets one process of a user install at a time, by a locked file that the system frees when its holder dies.</summary>
internal static class InstallLock
{
    private static readonly TimeSpan s_retry = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits for the lock; disposing gives it up. The file itself stays: removing it would let two in.</summary>
    public static async Task<IDisposable> TakeAsync(string folder, Action<string> say, TimeProvider time, CancellationToken cancellation)
    {
        // By user: another user's file could not be opened in a sticky folder.
        string path = Path.Join(folder, $"synthetic-browser-install-{Environment.UserName}.lock");
        for (bool told = false; ; told = true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (IsHeldByAnother(e))
            {
                if (!told)
                    say("Another process is installing a browser; waiting for it.");
                await Task.Delay(s_retry, time, cancellation);
            }
        }
    }

    /// <summary>The system's error for a locked file: ERROR_SHARING_VIOLATION on Windows, EAGAIN on Linux and macOS.</summary>
    private static bool IsHeldByAnother(IOException e) => (e.HResult & 0xFFFF) is 32 or 11 or 35;
}
