using Synthetic.Core.Records.Timelines;

namespace Synthetic.Benchmarks.Exactness.Cases;

/// <summary>Results whose instant is hard to tell: shown without a change of the document, changed within a frame, or right after one.</summary>
internal static class InstantCases
{
    private const string Go = "<button id=go>go</button>";

    /// <summary>Changes the result within a frame, whose own production then ends the response.</summary>
    private const string InThisFrame = """
        <script>
          const showInThisFrame = () => {
            element('out').textContent = 'done';
            afterThisFrame(painted => truth.responses.push(painted - lastInput));
          };
        </script>
        """;

    public static IEnumerable<MatrixCase> All =>
    [
        new()
        {
            Name = "instant: a popover",
            Body = Go + "<p popover id=out>done</p><script>onGo(async () => { await ask('db=250'); element('out').showPopover(); shown(); })</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "instant: what a checked box shows",
            Body = Go + "<style>#out { display: none } #box:checked ~ #out { display: block }</style><input type=checkbox id=box><p id=out>done</p>"
                + "<script>onGo(async () => { await ask('db=250'); element('box').checked = true; shown(); })</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "instant: a rule put into a style sheet",
            Body = Go + "<style id=sheet>#out { display: none }</style><p id=out>done</p>"
                + "<script>onGo(async () => { await ask('db=250'); element('sheet').sheet.insertRule('#out { display: block }', 1); shown(); })</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "instant: a change in an animation frame",
            Body = Go + "<p id=out></p>" + InThisFrame + "<script>onGo(async () => { await ask('db=250'); requestAnimationFrame(showInThisFrame); })</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "instant: work after a frame and a yield",
            Body = Go + "<p id=out></p><script>onGo(async () => { await new Promise(requestAnimationFrame); await scheduler.yield(); burn(300); show(); })</script>",
            Response = new Blamed(CulpritKind.MainThread),
        },
        new()
        {
            Name = "instant: a change after a frame and a yield, before work",
            Body = Go + "<p id=out></p><script>onGo(async () => { await ask('db=150'); await new Promise(requestAnimationFrame); await scheduler.yield(); show(); burn(300); })</script>",
            Response = new Blamed(CulpritKind.MainThread),
        },
    ];
}
