using System.Collections.Concurrent;
using Microsoft.Playwright;
using Synthetic.Browser.Driving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Observing;

/// <summary>
/// What happens to a page besides the script: dialogs, pop-ups, downloads, script errors, crashes, error pages. None of it may hold the
/// run up. What is only noted is an incident; a crash ends the run, and an error page the step.
/// </summary>
internal sealed class PageEvents
{
    /// <summary>What somebody can do about a process that died.</summary>
    public const string AfterACrash = "give this machine or container more memory; if that does not help, try the page in another browser (SYNTHETIC_BROWSER)";

    private const int IncidentLimit = 20;
    private const int PopupLimit = 5;

    private readonly TaskCompletionSource<Failure> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ErrorPageOfStep _errorPage = new();
    private readonly List<Incident> _incidents = [];
    private readonly IPage _page;
    private volatile DialogAnswer? _dialogAnswer;
    private readonly ConcurrentDictionary<IPage, ConsoleErrors> _consoles = new();
    private volatile bool _closing;
    private int _webSockets;

    public PageEvents(IBrowserContext context, IPage page)
    {
        _page = page;
        ListenToConsole(page);
        // Playwright answers dialogs itself only while nobody listens.
        context.Dialog += (_, dialog) => BackgroundTask.Ignore(AnswerAsync(dialog));
        context.Page += (_, popup) => ListenToConsole(popup);
        context.Page += (_, popup) => BackgroundTask.Ignore(NotePopupAsync(context, popup));
        context.WebError += (_, error) => Note("page-error", error.Error);
        page.WebSocket += (_, _) => Interlocked.Increment(ref _webSockets);
        page.Download += (_, download) => BackgroundTask.Ignore(RefuseAsync(download));
        page.Crash += (_, _) => End(FailureKind.Browser, $"the page's process crashed, as it does without memory, or by a fault of the browser: {AfterACrash}");
        page.Close += (_, _) => End(FailureKind.Browser, "the page was closed in the middle of the run");
        context.Close += (_, _) => End(FailureKind.Browser, "the browser went away in the middle of the run");
        // On the page, not the context: only here a response is told of before the navigation it belongs to ends.
        page.Response += (_, response) =>
        {
            var request = response.Request;
            if (response.Status >= 400 && request.IsNavigationRequest && request.Frame == page.MainFrame)
                _errorPage.Report(new Failure(
                    null, FailureKind.Http,
                    Text.Bounded($"{request.Method} {request.Url} answered {response.Status} {response.StatusText}".TrimEnd() + Advice(response.Status)),
                    Text.Bounded(request.Url)));
        };
    }

    /// <summary>Ends when the page can't go on; until then it never does.</summary>
    public Task<Failure> Ended => _ended.Task;

    /// <summary>How many WebSockets the page has opened.</summary>
    public int WebSockets => Volatile.Read(ref _webSockets);

    /// <summary>The run is over and closes the page itself: that is no failure.</summary>
    public void ExpectClosing() => _closing = true;

    /// <summary>What a page, the run's own or a pop-up, has logged as errors since the step began, the first ones.</summary>
    public IReadOnlyList<string> ConsoleErrorsOf(IPage page) => _consoles.TryGetValue(page, out var console) ? console.OfStep() : [];

    /// <summary>A step begins.</summary>
    /// <param name="dialogAnswer">How the dialogs that it raises are answered; <c>null</c> for dismissing them.</param>
    /// <returns>Ends when a page of this step was answered with an error status; until then it never does.</returns>
    public Task<Failure> BeginStep(DialogAnswer? dialogAnswer)
    {
        _dialogAnswer = dialogAnswer;
        foreach (var console in _consoles.Values)
            console.BeginStep();
        return _errorPage.BeginStep();
    }

    /// <summary>The incidents since the step before.</summary>
    public IReadOnlyList<Incident> SoFar()
    {
        lock (_incidents)
            return [.. _incidents];
    }

    /// <summary>The step is over.</summary>
    /// <returns>The incidents since the step before.</returns>
    public IReadOnlyList<Incident> EndStep()
    {
        _errorPage.EndStep();
        lock (_incidents)
        {
            var ofStep = _incidents.ToArray();
            _incidents.Clear();
            return ofStep;
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

    private void ListenToConsole(IPage page)
    {
        _consoles[page] = new ConsoleErrors(page);
        page.Close += (_, _) => _consoles.TryRemove(page, out _);
    }

    private static string Advice(int status) => status switch
    {
        401 or 403 => ": does the scenario have to sign in first?",
        404 or 410 => ": is the address right? If so, this is for the site's operators",
        >= 500 => ": this is for the site's operators",
        _ => "",
    };

    private void End(FailureKind kind, string message)
    {
        if (!_closing)
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
        var answer = _dialogAnswer;
        Note("dialog", $"{dialog.Type}: {dialog.Message} ({(answer is { Accept: true } ? "accepted" : "dismissed")})");
        if (answer is { Accept: true })
            await dialog.AcceptAsync(answer.Text ?? dialog.DefaultValue);
        else
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
        Note("download", $"{download.SuggestedFilename} from {download.Url} (the file was not saved)");
        await download.CancelAsync();
    }
}
