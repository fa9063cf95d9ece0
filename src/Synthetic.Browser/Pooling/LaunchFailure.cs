using Synthetic.Browser.Finding;

namespace Synthetic.Browser.Pooling;

/// <summary>Says in plain words why a browser did not start, and what to do.</summary>
internal static class LaunchFailure
{
    private static readonly string[] SandboxWords = ["No usable sandbox", "crbug.com/357670", "crbug.com/638180", "sandboxing failed", "Failed to move to new namespace"];

    public static BrowserUnavailableException Of(Exception cause, BrowserPoolOptions options)
    {
        var text = cause.Message;
        var path = options.BrowserPath;
        var message =
            text.Contains("Running as root without", StringComparison.Ordinal)
                ? $"{path} refuses its sandbox to root. Run as an ordinary user, or set SYNTHETIC_SANDBOX=auto or off."
            : SandboxWords.Any(text.Contains)
                ? $"{path} is not allowed to make its sandbox here. Allow unprivileged user namespaces (in a container: a seccomp profile that does), or set SYNTHETIC_SANDBOX=off where something else confines the browser."
            : text.Contains("EACCES", StringComparison.Ordinal)
                ? $"{path} may not be executed by this user. Check its permissions, and that its file system is not mounted noexec."
            : text.Contains("error while loading shared libraries", StringComparison.Ordinal)
                ? $"{path} lacks shared libraries: {Line(text, "shared libraries")}. Install the distribution's package instead, whose libraries come with it."
            : text.Contains("Missing X server", StringComparison.Ordinal) || text.Contains("ozone_platform", StringComparison.Ordinal)
                ? $"{path} found no display to show a window on. Run without --headed, or under xvfb-run."
            : text.Contains("ENOSPC", StringComparison.Ordinal) || text.Contains("EROFS", StringComparison.Ordinal)
                ? $"{path} cannot write its profile: {Line(text, "E")}. Give it a writable temporary folder (TMPDIR, or a tmpfs on /tmp)."
            : cause is TimeoutException
                ? $"{path} did not start within {options.OpenTimeout.TotalSeconds:0.#} s. The machine may be overloaded, or the file no Chromium."
            : $"{path} did not start: {Reason(text)}. Check that it is a Chromium that runs: '{path} --version'.";
        return new BrowserUnavailableException(message, cause);
    }

    public static BrowserUnavailableException OfDriver(Exception cause) => new(
        $"Playwright's driver could not be started: {Line(cause.Message, "")}. The folder .playwright must lie next to the program, be readable, and its node executable by this user (chmod -R a+rX .playwright).",
        cause);

    /// <summary>What the browser itself wrote, where it wrote anything; the driver only says that it is gone.</summary>
    private static string Reason(string text)
    {
        const string Written = "[err] ";
        var line = Line(text, text.Contains(Written, StringComparison.Ordinal) ? Written : "");
        line = line[(line.LastIndexOf(Written, StringComparison.Ordinal) is >= 0 and int at ? at + Written.Length : 0)..];
        return line.StartsWith("Target page", StringComparison.Ordinal) ? "it ended at once" : line;
    }

    /// <summary>The first line with a word in it, without a full stop: the rest is a stack.</summary>
    private static string Line(string text, string word) =>
        text.Split('\n').Select(line => line.Trim().TrimEnd('.')).FirstOrDefault(line => line.Length > 0 && line.Contains(word, StringComparison.Ordinal)) ?? "no reason given";
}
