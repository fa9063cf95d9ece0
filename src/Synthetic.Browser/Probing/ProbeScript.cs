using System.Security.Cryptography;
using System.Text.Json;

namespace Synthetic.Browser.Probing;

/// <summary>The init script of one run: the probe, under names that the page cannot know beforehand.</summary>
internal sealed class ProbeScript
{
    /// <summary>Entries kept a document between two hand-overs: far above what a step makes, far below what hurts.</summary>
    private const int EntryLimit = 5000;

    private static readonly string Source = Read("resource-timing.js") + Read("sight.js") + Read("animations.js") + Read("expectation-times.js") + Read("messages.js") + Read("font-times.js") + Read("paint-times.js") + Read("listeners.js") + Read("readiness.js") + Read("inputs.js") + Read("probe.js");

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

    /// <summary>Lends the probe of a page the developer tools' own list of a node's listeners; to be run with access to their functions.</summary>
    public string Lending => $"window.{Key}?.lend(getEventListeners)";

    /// <summary>The script to run first in every document.</summary>
    public string Text { get; }

    /// <summary>A function that gives a text or nothing: a page may have put something else in the probe's place.</summary>
    /// <param name="answer">The expression to ask for; it may use <c>e</c> and <c>text</c>, the function's arguments.</param>
    public static string TextOf(string answer) => $"async (e, text) => {{ const answer = {answer}; return typeof answer === 'string' ? answer : null; }}";

    private static string Read(string file) => EmbeddedScript.Read($"Probing.InPage.{file}");
}
