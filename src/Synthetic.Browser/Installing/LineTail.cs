namespace Synthetic.Browser.Installing;

/// <summary>Passes lines on, one at a time, and keeps the one that is likest to say why a program failed.</summary>
internal sealed class LineTail(Action<string> say)
{
    private readonly Lock _lock = new();
    private string? _error;
    private string _last = "";

    /// <summary>The first line that calls itself an error, or else the last line.</summary>
    public string Reason => _error ?? _last;

    public async Task ReadAsync(TextReader reader, CancellationToken ct)
    {
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            lock (_lock)
            {
                _last = line.Trim();
                if (_last.StartsWith("Error:", StringComparison.Ordinal) || _last.StartsWith("E: ", StringComparison.Ordinal))
                    _error ??= _last;
                say(line.TrimEnd());
            }
        }
    }
}
