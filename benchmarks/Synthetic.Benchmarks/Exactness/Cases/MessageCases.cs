using Synthetic.Core.Records.Timelines;

namespace Synthetic.Benchmarks.Exactness.Cases;

/// <summary>Results that a message brings: over WebSockets and event streams, and from workers. <see cref="TransportCases"/> has them beside decoys.</summary>
internal static class MessageCases
{
    private const string Go = "<button id=go>go</button><p id=out></p>";
    private const string Socket = "<script>const socket = new WebSocket(`ws://${location.host}/socket`); const opened = new Promise(done => socket.onopen = done);</script>";
    private const string Computing = "new Worker(URL.createObjectURL(new Blob(['onmessage = e => { for (const end = performance.now() + e.data; performance.now() < end;); postMessage(0); }'])))";

    public static IEnumerable<MatrixCase> All =>
    [
        new()
        {
            Name = "socket: an answer",
            Body = Go + Socket + "<script>socket.onmessage = () => show(); onGo(() => socket.send('250'))</script>",
            Response = Blamed.Backend("app"),
        },
        new()
        {
            Name = "socket: two answers in a row",
            Body = Go + Socket + "<script>let n = 0; socket.addEventListener('message', () => ++n < 2 ? socket.send('130') : show()); onGo(() => socket.send('130'))</script>",
            Response = Blamed.Backend("app"),
        },
        new()
        {
            Name = "socket: an answer among ticks",
            Body = Go + "<script>const socket = new WebSocket(`ws://${location.host}/socket?every=40`); socket.onmessage = e => { if (e.data === 'done') show(); }; onGo(() => socket.send('250'))</script>",
            Response = Blamed.Backend("app"),
        },
        new()
        {
            Name = "socket: an answer that a scheduler takes up",
            Body = Go + Socket + "<script>const { port1, port2 } = new MessageChannel(); port1.onmessage = () => show(); socket.onmessage = () => port2.postMessage(0); onGo(() => socket.send('250'))</script>",
            Response = Blamed.Backend("app"),
        },
        new()
        {
            Name = "socket: ticks beside a request",
            Body = Go + "<script>new WebSocket(`ws://${location.host}/socket?every=10`).onmessage = () => { }; onGo(async () => { await ask('db=250'); show(); })</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "socket: a question beside a request",
            Body = Go + Socket + "<script>onGo(async () => { socket.send('235'); await ask('db=250'); show(); })</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "events: pushed after a quick answer",
            Body = Go + "<script>const id = Math.random(); new EventSource('/events?id=' + id).addEventListener('done', () => show()); onGo(() => ask('', { method: 'POST' }).then(() => fetch(`/push?ms=250&id=${id}`, { method: 'POST' })))</script>",
            Response = Blamed.Backend("app"),
        },
        new()
        {
            Name = "worker: computes",
            Body = Go + $"<script>const worker = {Computing}; worker.onmessage = () => show(); onGo(() => worker.postMessage(250))</script>",
            Response = new Blamed(CulpritKind.MainThread, "worker"),
        },
    ];
}
