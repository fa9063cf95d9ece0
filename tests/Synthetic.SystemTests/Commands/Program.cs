using System.Diagnostics;
using System.Globalization;
using Synthetic.Tests.Logging;

namespace Synthetic.SystemTests.Commands;

/// <summary>The real program as a process of its own, as users and service managers run it.</summary>
internal sealed class Program : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly List<string> _errors = [];
    private readonly SemaphoreSlim _more = new(0);
    private int _read;

    private Program(Process process) => _process = process;

    public string Output { get { lock (_output) return string.Concat(_output.Select(l => l + "\n")); } }

    public string Errors { get { lock (_errors) return string.Concat(_errors.Select(l => l + "\n")); } }

    public int ExitCode => _process.ExitCode;

    /// <summary>Runs it to its end.</summary>
    public static async Task<Program> RunAsync(params string[] args)
    {
        var program = Start(new Dictionary<string, string>(), args);
        await program.EndAsync();
        return program;
    }

    public static Program Start(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = TestContext.CurrentContext.WorkDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "synthetic.dll"));
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        start.Environment["SYNTHETIC_BROWSER"] = BrowserSetup.Browser.Path;
        // Several workers at once must not share the default file and port.
        start.Environment["SYNTHETIC_STORE"] = "none";
        start.Environment["SYNTHETIC_URLS"] = "none";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var program = new Program(new Process { StartInfo = start });
        program._process.OutputDataReceived += (_, e) => program.Take(program._output, e.Data, tell: true);
        program._process.ErrorDataReceived += (_, e) => program.Take(program._errors, e.Data, tell: false);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Reads on until a line fits, and gives that line.</summary>
    public async Task<string> LineAsync(Func<string, bool> fits, CancellationToken ct)
    {
        while (true)
        {
            await _more.WaitAsync(ct);
            string line;
            lock (_output)
            {
                if (_read >= _output.Count)
                    throw new InvalidOperationException($"the program ended without that line; it said:\n{Output}{Errors}");
                line = _output[_read++];
            }
            if (fits(line))
                return line;
        }
    }

    /// <summary>Sends SIGTERM: .NET's own Kill sends SIGKILL only.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end. What a worker wrote is then held against the published schemas, whatever the test is about.</summary>
    public async Task EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.CurrentContext.CancellationToken);
        foreach (var line in Output.Split('\n').Where(line => line.StartsWith("{\"timestamp\"", StringComparison.Ordinal)))
            Assert.That(LineCheck.Wrongs(line), Is.Empty, line);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
        _more.Dispose();
    }

    private void Take(List<string> lines, string? line, bool tell)
    {
        lock (lines)
        {
            if (line is not null)
                lines.Add(line);
        }
        // The end of the output wakes the reader too.
        if (tell)
            _more.Release();
    }
}
