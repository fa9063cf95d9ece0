using Synthetic.Core.Running;
using Synthetic.Worker.Scheduling;

namespace Synthetic.Worker.Cli;

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

/// <summary>A source of evidence and what has to end with it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Resource">Its browsers; <c>null</c> where there is nothing to end.</param>
internal sealed record OpenEvidence(IEvidenceSource Source, IAsyncDisposable? Resource) : IAsyncDisposable
{
    /// <summary>Runs steps again without their suspects; <c>null</c> where the source can't.</summary>
    public IExperiments? Experiments => Source as IExperiments;

    public ValueTask DisposeAsync() => Resource?.DisposeAsync() ?? default;
}
