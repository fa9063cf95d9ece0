using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;
using Synthetic.SystemTests.Driving;

namespace Synthetic.SystemTests.Examples;

/// <summary>An application of examples/, running on a free port of this machine.</summary>
internal sealed class ExampleApp : IAsyncDisposable
{
    private readonly Process? _process;
    private readonly TestSite? _site;
    private readonly string? _data;

    private ExampleApp(Uri address, Process? process = null, TestSite? site = null, string? data = null) =>
        (Address, _process, _site, _data) = (address, process, site, data);

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../examples"));

    public Uri Address { get; }

    /// <summary>Serves the pages of examples/ and the packages that they are made with.</summary>
    public static async Task<ExampleApp> OfPagesAsync()
    {
        var site = await TestSite.StartAsync(app => app.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(Folder), EnableDefaultFiles = true }));
        return new ExampleApp(site.Uri, site: site);
    }

    /// <summary>Starts a program that is a server, and waits until it answers.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Makes its arguments of the port and an empty folder for its data.</param>
    public static async Task<ExampleApp> OfProgramAsync(string program, Func<int, string, string[]> arguments)
    {
        var (port, data) = (FreePort(), Directory.CreateTempSubdirectory("synthetic-example").FullName);
        var process = Process.Start(new ProcessStartInfo(program, arguments(port, data)) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        // Whatever it says is read, so that it is never held up by that.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var app = new ExampleApp(new Uri($"http://127.0.0.1:{port}/"), process, data: data);
        await app.AnswersAsync();
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
            await _site.DisposeAsync();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        if (_data is not null)
            Directory.Delete(_data, recursive: true);
    }

    private static string Here([CallerFilePath] string path = "") => path;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await ticks.WaitForNextTickAsync())
        {
            Assert.That(_process!.HasExited, Is.False, "the application ended before it answered");
            try
            {
                if ((await client.GetAsync(Address)).StatusCode < HttpStatusCode.InternalServerError)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }
    }
}
