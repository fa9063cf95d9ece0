using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Reporting;

/// <summary>
/// Results that wait for a store which is away: in order, each in a file of its own, so that the next start has them too.
/// Where a file can't be written, its result waits in memory.
/// </summary>
/// <param name="folder">Where the files are; <c>null</c> to keep all in memory.</param>
/// <param name="log">Told of what is lost.</param>
internal sealed class WaitingResults(string? folder, IEventLog log)
{
    /// <summary>How many results wait; beyond, the oldest makes room.</summary>
    public const int Most = 10_000;

    /// <summary>How many of them wait in memory: a record with its evidence may be megabytes.</summary>
    public const int MostInMemory = 200;

    private const string Extension = ".result";

    private readonly Lock _gate = new();
    private readonly LinkedList<Entry> _entries = Found(folder);
    private (Entry? Entry, WaitingResult? Result) _read;
    private long _number;

    /// <summary>How many wait.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    /// <summary>Whether all that wait are in files, and so outlive this process.</summary>
    public bool OnDisk
    {
        get
        {
            lock (_gate)
                return _entries.All(entry => entry.Result is null);
        }
    }

    /// <summary>Adds a result at the end.</summary>
    public void Add(WaitingResult result)
    {
        lock (_gate)
        {
            _entries.AddLast(Write(result));
            if (_entries.Count > Most)
                Lose(_entries.First!.Value, $"{Most} results wait already");
            if (_entries.Count(entry => entry.Result is not null) > MostInMemory)
                Lose(_entries.First(entry => entry.Result is not null), $"{MostInMemory} results wait in memory already");
        }
    }

    /// <summary>The first in line; <c>null</c> where none waits. A file that can't be read is set aside, and said.</summary>
    public WaitingResult? First()
    {
        lock (_gate)
        {
            while (_entries.First?.Value is { } entry)
            {
                try
                {
                    _read = (entry, entry.Result ?? WaitingResult.Read(File.ReadAllText(entry.Path!)));
                    return _read.Result;
                }
                catch (Exception error) when (error is FormatException or JsonException or FileNotFoundException)
                {
                    SetAside(entry, error);
                }
            }
            return null;
        }
    }

    /// <summary>Forgets a result: the store has it. It may have made room for a newer one meanwhile.</summary>
    /// <param name="result">What <see cref="First"/> gave.</param>
    public void Remove(WaitingResult result)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_read.Result, result) && _entries.Contains(_read.Entry!))
                Remove(_read.Entry!);
        }
    }

    private static LinkedList<Entry> Found(string? folder) =>
        folder is null || !Directory.Exists(folder)
            ? []
            : new(Directory.EnumerateFiles(folder, $"*{Extension}")
                .Where(path => long.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out _))
                .Order(StringComparer.Ordinal).Select(path => new Entry(path, null)));

    private Entry Write(WaitingResult result)
    {
        if (folder is null)
            return new Entry(null, result);
        var path = NextPath(folder);
        try
        {
            Directory.CreateDirectory(folder);
            // A file with its last name is whole, whatever ends the process meanwhile.
            using (var file = new FileStream($"{path}.part", FileMode.Create, FileAccess.Write))
            {
                using var text = new StreamWriter(file);
                text.Write(result.Write());
                text.Flush();
                file.Flush(flushToDisk: true);
            }
            File.Move($"{path}.part", path);
            return new Entry(path, null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.Write(new WorkerEvent("store.failed", LogLevel.Error, $"a result waits in memory, for it can't be written to {folder}: {error.Message}"));
            // What a full disk left of it.
            if (File.Exists($"{path}.part"))
                File.Delete($"{path}.part");
            return new Entry(null, result);
        }
    }

    // In order, also after those of an earlier start.
    private string NextPath(string folder)
    {
        if (_number == 0 && _entries.LastOrDefault(entry => entry.Path is not null)?.Path is { } last)
            _number = long.Parse(Path.GetFileNameWithoutExtension(last), CultureInfo.InvariantCulture);
        return Path.Combine(folder, (++_number).ToString("D12", CultureInfo.InvariantCulture) + Extension);
    }

    private void Lose(Entry entry, string why)
    {
        Remove(entry);
        log.Write(new WorkerEvent("store.failed", LogLevel.Error, $"the oldest result that waited is lost: {why}"));
    }

    private void SetAside(Entry entry, Exception error)
    {
        log.Write(new WorkerEvent("store.failed", LogLevel.Error, $"{entry.Path} is no result that can be read, and is set aside as .broken: {error.Message}"));
        _entries.Remove(entry);
        try
        {
            File.Move(entry.Path!, $"{entry.Path}.broken", overwrite: true);
        }
        catch (IOException)
        {
            // It was not there, or stays for the next start to say so again.
        }
    }

    private void Remove(Entry entry)
    {
        _entries.Remove(entry);
        if (entry.Path is { } path)
            File.Delete(path);
    }

    private sealed class Entry(string? path, WaitingResult? result)
    {
        public string? Path { get; } = path;

        public WaitingResult? Result { get; } = result;
    }
}
