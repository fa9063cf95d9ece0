using System.Diagnostics;
using System.Reflection;

namespace Synthetic.Benchmarks.Exactness;

/// <summary>A busy program for each processor, as long as this lives.</summary>
internal sealed class BusyPrograms : IDisposable
{
    /// <summary>The argument that makes this program a busy one.</summary>
    public const string Argument = "burn";

    private readonly Process[] _programs = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Start())];

    public void Dispose()
    {
        foreach (var program in _programs)
        {
            program.Kill();
            program.Dispose();
        }
    }

    private static Process Start()
    {
        var program = Environment.ProcessPath!;
        string[] arguments = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetExecutingAssembly().Location, Argument] : [Argument];
        return Process.Start(program, arguments);
    }
}
