using System.Security.Cryptography;
using System.Text.Json;

namespace Synthetic.Browser.Probing;

/// <summary>The init script of one run: the probe, under names that the page cannot know beforehand.</summary>
internal sealed class ProbeScript
{
    /// <summary>Entries kept a document between two hand-overs: far above what a step makes, far below what hurts.</summary>
    private const int EntryLimit = 5000;

    private static readonly string Source = Read("resource-timing.js") + Read("sight.js") + Read("texts.js") + Read("frames.js") + Read("animations.js") + Read("expectation-news.js") + Read("expectation-times.js") + Read("messages.js") + Read("font-times.js") + Read("paint-times.js") + Read("listeners.js") + Read("readiness.js") + Read("inputs.js") + Read("probe.js");

    /// <summary>Only for runs that are not measured: what a page does through it takes longer.</summary>
    private static readonly string Causes = Read("causes.js") + Read("cause-documents.js") + Read("cause-scripts.js") + Read("cause-callbacks.js") + Read("cause-promises.js") + Read("cause-requests.js");

    /// <summary>A function that asks a worker for its requests, under an id of the driver's.</summary>
    public static readonly string OfWorker = $"id => {{{Read("resource-timing.js")}{Read("worker-requests.js")}const all = workerRequests(id); return typeof all === 'string' ? all : null;}}";

    /// <summary>A script for one run.</summary>
    /// <param name="followsCauses">Whether it follows what caused what, which makes the run one that is not to be measured.</param>
    public ProbeScript(bool followsCauses)
    {
        var nonce = RandomNumberGenerator.GetHexString(12, lowercase: true);
        Key = $"__s{nonce}";
        Binding = $"__b{nonce}";
        var config = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["key"] = Key,
            ["binding"] = Binding,
            ["noteKey"] = $"__n{nonce}",
            ["limit"] = EntryLimit,
            ["causes"] = followsCauses,
        });
        Text = $"{{{(followsCauses ? Causes : "")}{Source}\nprobe({config});}}";
    }

    /// <summary>The name of the probe's object on the page's window.</summary>
    public string Key { get; }

    /// <summary>The name of the function through which it reaches the driver.</summary>
    public string Binding { get; }

    /// <summary>
    /// Tells a page's probe that a step begins, and lends it the developer tools' own list of a node's listeners; to be run with access to their functions.
    /// </summary>
    /// <param name="had">The document whose entries the driver has, and up to which.</param>
    public string Beginning((string Document, int Entry) had) =>
        $"window.{Key}?.lend(getEventListeners), {Forgetting(had)}, window.{Key}?.begin() ?? performance.timeOrigin + performance.now()";

    /// <summary>Hands over what a page's probe has.</summary>
    /// <param name="had">The document whose entries the driver has, and up to which.</param>
    /// <param name="atMost">How long the probe may wait for what the browser has yet to report, in milliseconds.</param>
    public string Collecting((string Document, int Entry) had, double atMost) => $"{Forgetting(had)}, window.{Key}?.collect({Number(atMost)})";

    /// <summary>Waits for the next paint, where an input waits for it.</summary>
    public string Presenting => $"window.{Key}?.presented()";

    /// <summary>A function that calls a probe's, where there is one, and gives the page's clock.</summary>
    /// <param name="call">What to call; it may use <c>e</c>, the function's argument.</param>
    public string Asking(string call) => $"e => window.{Key}?.{call} ?? performance.timeOrigin + performance.now()";

    /// <summary>The script to run first in every document.</summary>
    public string Text { get; }

    /// <summary>A function that gives a text or nothing: a page may have put something else in the probe's place.</summary>
    /// <param name="answer">The expression to ask for; it may use <c>e</c> and <c>text</c>, the function's arguments.</param>
    public static string TextOf(string answer) => $"async (e, text) => {{ const answer = {answer}; return typeof answer === 'string' ? answer : null; }}";

    private string Forgetting((string Document, int Entry) had) => had.Entry == 0 ? "0" : $"window.{Key}?.id === {JsonSerializer.Serialize(had.Document)} && window.{Key}.forget({had.Entry})";

    private static string Number(double number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Read(string file) => ScriptText.ForDocuments(EmbeddedScript.Read($"Probing.InPage.{file}"));
}
