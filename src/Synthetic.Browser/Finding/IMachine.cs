namespace Synthetic.Browser.Finding;

/// <summary>What the search for a browser may know of the machine. Nothing here throws: what cannot be read is not there.</summary>
internal interface IMachine
{
    /// <summary>The operating system's family.</summary>
    public MachineFamily Family { get; }

    /// <summary>An environment variable; <c>null</c> where it is unset or empty.</summary>
    public string? Variable(string name);

    /// <summary>What is at a path.</summary>
    public FileState Look(string path);

    /// <summary>The names of a folder's own folders, in no particular order; none where it cannot be read.</summary>
    public IReadOnlyList<string> Folders(string path);

    /// <summary>The text of a script; <c>null</c> for a binary or whatever cannot be read.</summary>
    public string? ScriptText(string path);
}

/// <summary>The families of systems whose habits differ.</summary>
internal enum MachineFamily
{
    Linux,
    MacOS,
    Windows,
}

/// <summary>What is at a path.</summary>
internal enum FileState
{
    Missing,
    NotExecutable,
    Executable,
}
