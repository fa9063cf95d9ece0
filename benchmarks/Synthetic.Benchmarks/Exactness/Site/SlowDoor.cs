using System.Net;
using System.Net.Sockets;

namespace Synthetic.Benchmarks.Exactness.Site;

/// <summary>
/// A server whose connections take a second to set up, on Linux: its queue is full when the browser knocks, so that the kernel drops the
/// first SYN, and is empty when the browser's kernel tries again. One answer, on an origin of its own.
/// </summary>
internal sealed class SlowDoor : IDisposable
{
    private static readonly byte[] Answer =
        "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nContent-Type: text/plain\r\nAccess-Control-Allow-Origin: *\r\nTiming-Allow-Origin: *\r\nServer-Timing: db;dur=1\r\nConnection: close\r\n\r\nanswer"u8.ToArray();

    private readonly Socket _door = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _crowd = [];

    public SlowDoor()
    {
        _door.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _door.Listen(0);
        for (var i = 0; i < 4; i++)
        {
            var one = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            _crowd.Add(one);
            try
            {
                one.Connect(_door.LocalEndPoint!);
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
            {
                // That is what it is for: to stand in the queue.
            }
        }
    }

    /// <summary>Where it is.</summary>
    public string Address => $"http://{_door.LocalEndPoint}/";

    /// <summary>Lets everybody in, after a while, and answers whoever asks.</summary>
    public async Task OpenAsync(CancellationToken ct)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, ct);
        while (!ct.IsCancellationRequested)
            _ = AnswerAsync(await _door.AcceptAsync(ct), ct);
    }

    public void Dispose()
    {
        foreach (var one in _crowd)
            one.Dispose();
        _door.Dispose();
    }

    private static async Task AnswerAsync(Socket guest, CancellationToken ct)
    {
        using (guest)
        {
            if (await guest.ReceiveAsync(new byte[8192].AsMemory(), ct) > 0)
                await guest.SendAsync(Answer.AsMemory(), ct);
        }
    }
}
