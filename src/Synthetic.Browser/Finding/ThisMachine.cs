namespace Synthetic.Browser.Finding;

/// <summary>The machine the program runs on.</summary>
internal sealed class ThisMachine : IMachine
{
    /// <summary>Enough for any launcher script; a browser's own binary is never read.</summary>
    private const int ScriptLimitBytes = 64 * 1024;

    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public MachineFamily Family { get; } =
        OperatingSystem.IsWindows() ? MachineFamily.Windows
        : OperatingSystem.IsMacOS() ? MachineFamily.MacOS
        : MachineFamily.Linux;

    public string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    public FileState Look(string path)
    {
        if (!File.Exists(path))
            return FileState.Missing;
        if (OperatingSystem.IsWindows())
            return FileState.Executable;
        try
        {
            return (File.GetUnixFileMode(path) & AnyExecute) == 0 ? FileState.NotExecutable : FileState.Executable;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FileState.NotExecutable;
        }
    }

    public IReadOnlyList<string> Folders(string path)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(path).Select(folder => Path.GetFileName(folder))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    public string? ScriptText(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var start = new byte[(int)Math.Min(ScriptLimitBytes, file.Length)];
            file.ReadExactly(start);
            return start is [(byte)'#', (byte)'!', ..] ? System.Text.Encoding.UTF8.GetString(start) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
