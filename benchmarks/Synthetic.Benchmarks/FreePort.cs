using System.Net;
using System.Net.Sockets;

namespace Synthetic.Benchmarks;

/// <summary>A port of this machine for a program that has to be told one.</summary>
public static class FreePort
{
    /// <summary>One that nothing listened on just now: somebody may still be faster.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
