using Microsoft.Playwright;
using Synthetic.Browser.Probing;
using Synthetic.Core.Measuring;
using Synthetic.Core.Running;

namespace Synthetic.Browser.Driving;

/// <summary>
/// Watches a context for everything that is not in the script: dialogs, pop-ups, downloads, script errors, crashes,
/// error pages. None of it may hold the run up; a crash or an error page ends it.
/// </summary>
internal sealed class Watch
{
    private const int IncidentLimit = 20;
    private const int PopupLimit = 5;

    private readonly TaskCompletionSource<Failure> _ended = Pending();
    private readonly List<Incident> _incidents = [];
    private readonly IPage _page;
    private TaskCompletionSource<Failure> _errorPage = Pending();
    private volatile bool _resting;

    public Watch(IBrowserContext context, IPage page)
    {
        _page = page;
        // Playwright answers dialogs itself only while nobody listens.
        context.Dialog += (_, dialog) => Unawaited.Forget(AnswerAsync(dialog));
        context.Page += (_, popup) => Unawaited.Forget(NotePopupAsync(context, popup));
        context.WebError += (_, error) => Note("page-error", error.Error);
        page.Download += (_, download) => Unawaited.Forget(RefuseAsync(download));
        page.Crash += (_, _) => End(FailureKind.Browser, "the page's process crashed");
        page.Close += (_, _) => End(FailureKind.Browser, "the page was closed in the middle of the run");
        context.Close += (_, _) => End(FailureKind.Browser, "the browser went away in the middle of the run");
        // On the page, not the context: only here a response is told of before the navigation it belongs to ends.
        page.Response += (_, response) =>
        {
            var request = response.Request;
            if (response.Status >= 400 && request.IsNavigationRequest && request.Frame == page.MainFrame)
                _errorPage.TrySetResult(new Failure(
                    null, FailureKind.Http,
                    Text.Bounded($"{request.Method} {request.Url} answered {response.Status} {response.StatusText}".TrimEnd()),
                    Text.Bounded(request.Url)));
        };
    }

    /// <summary>Ends when the page can't go on; until then it never does.</summary>
    public Task<Failure> Ended => _ended.Task;

    /// <summary>Ends when a page of this step was answered with an error status.</summary>
    public Task<Failure> ErrorPage => _errorPage.Task;

    /// <summary>From now on nothing counts: the run itself closes the page.</summary>
    public void Rest() => _resting = true;

    /// <summary>A new step begins; what an earlier one noted is its own.</summary>
    public IReadOnlyList<Incident> Drain()
    {
        _errorPage = Pending();
        lock (_incidents)
        {
            var drained = _incidents.ToArray();
            _incidents.Clear();
            return drained;
        }
    }

    public void Note(string kind, string text)
    {
        lock (_incidents)
        {
            if (_incidents.Count < IncidentLimit)
                _incidents.Add(new Incident(kind, Text.Bounded(text)));
        }
    }

    private static TaskCompletionSource<Failure> Pending() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void End(FailureKind kind, string message)
    {
        if (!_resting)
            _ended.TrySetResult(new Failure(null, kind, message, Text.Bounded(_page.Url)));
    }

    private async Task AnswerAsync(IDialog dialog)
    {
        if (dialog.Type == DialogType.BeforeUnload)
        {
            // "Leave this page?" is answered as the script means it: yes.
            await dialog.AcceptAsync();
            return;
        }
        Note("dialog", $"{dialog.Type}: {dialog.Message} (dismissed)");
        await dialog.DismissAsync();
    }

    private async Task NotePopupAsync(IBrowserContext context, IPage popup)
    {
        Note("popup", popup.Url.Length > 0 ? popup.Url : "about:blank");
        if (context.Pages.Count > 1 + PopupLimit)
            await popup.CloseAsync();
    }

    private async Task RefuseAsync(IDownload download)
    {
        Note("download", $"{download.SuggestedFilename} from {download.Url} (not kept)");
        await download.CancelAsync();
    }
}
