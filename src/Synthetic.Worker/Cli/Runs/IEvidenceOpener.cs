using Synthetic.Worker.Hosting;

namespace Synthetic.Worker.Cli.Runs;

/// <summary>Gets ready to run scenarios.</summary>
internal interface IEvidenceOpener
{
    /// <summary>Finds a browser, or installs one where that is allowed.</summary>
    /// <param name="settings">Which browser.</param>
    /// <param name="headed">Whether it shows its window.</param>
    /// <param name="mayInstall">Whether one may be installed.</param>
    /// <param name="say">Told what is being done about a missing browser.</param>
    /// <param name="ct">Ends the installation.</param>
    /// <exception cref="Synthetic.Browser.Finding.BrowserUnavailableException">There is none; the message says what to do.</exception>
    Task<OpenEvidence> OpenAsync(WorkerSettings settings, bool headed, bool mayInstall, Action<string> say, CancellationToken ct);
}
