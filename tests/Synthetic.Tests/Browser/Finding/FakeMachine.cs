using Synthetic.Browser.Finding;

namespace Synthetic.Tests.Browser.Finding;

/// <summary>A machine made of a few files and variables.</summary>
internal sealed class FakeMachine : IMachine
{
    private readonly Dictionary<string, FileState> _files = [];
    private readonly Dictionary<string, string> _scripts = [];
    private readonly Dictionary<string, string> _variables = new() { ["HOME"] = "/home/me", ["PATH"] = "/usr/local/bin:/usr/bin" };

    public MachineFamily Family { get; init; } = MachineFamily.Linux;

    public FakeMachine With(string path, FileState state = FileState.Executable)
    {
        _files[path] = state;
        return this;
    }

    public FakeMachine WithScript(string path, string text)
    {
        _scripts[path] = text;
        return With(path);
    }

    public FakeMachine Without(string path)
    {
        _files.Remove(path);
        return this;
    }

    public FakeMachine Set(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    public FakeMachine WithCached(string folder, string executable, string cache = "/home/me/.cache/ms-playwright") =>
        With($"{cache}/{folder}/INSTALLATION_COMPLETE", FileState.NotExecutable).With($"{cache}/{folder}/{executable}");

    public string? Variable(string name) => _variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    public FileState Look(string path) => _files.GetValueOrDefault(path, FileState.Missing);

    public IReadOnlyList<string> Folders(string path) =>
        [.. _files.Keys.Where(file => file.StartsWith(path + "/", StringComparison.Ordinal)).Select(file => file[(path.Length + 1)..].Split('/')[0]).Distinct()];

    public string? ScriptText(string path) => _scripts.GetValueOrDefault(path);
}
