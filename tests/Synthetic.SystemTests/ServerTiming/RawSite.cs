using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Synthetic.SystemTests.ServerTiming;

/// <summary>An HTTP/1.1 server that sends exactly the bytes it is given: real ones refuse or mend broken headers.</summary>
internal sealed class RawSite : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<string, string> _answer;
    private readonly Task _accepting;

    /// <summary>Serves at once.</summary>
    /// <param name="answer">From path and query to the whole response, a character a byte.</param>
    public RawSite(Func<string, string> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync(_end.Token);
    }

    public Uri Uri => new($"http://{_listener.LocalEndpoint}/");

    /// <summary>A whole response with a body of its own length.</summary>
    public static string Response(string fields, string body) =>
        $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nCache-Control: no-store\r\nContent-Length: {body.Length}\r\n{fields}\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }

    // Strict: what is no byte must not become a question mark behind a test's back.
    private static byte[] Bytes(string text) => [.. text.Select(c => checked((byte)c))];

    private async Task AcceptAsync(CancellationToken ct)
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(ct), ct));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken ct)
    {
        using var connection = client;
        connection.NoDelay = true;
        using var reader = new StreamReader(connection.GetStream(), Encoding.Latin1);
        try
        {
            while (await reader.ReadLineAsync(ct) is { } request)
            {
                while (await reader.ReadLineAsync(ct) is { Length: > 0 })
                {
                }

                await connection.GetStream().WriteAsync(Bytes(_answer(request.Split(' ')[1])), ct);
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The browser closes its connections when it likes, and so do we at the end.
        }
    }
}
