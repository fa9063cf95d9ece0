namespace Synthetic.Browser.Finding;

/// <summary>Passes lines on, one at a time, and keeps the last: it mostly says why a program failed.</summary>
internal sealed class LineTail(Action<string> say)
{
    private readonly Lock _lock = new();

    public string Last { get; private set; } = "";

    public async Task ReadAsync(TextReader reader, CancellationToken cancellation)
    {
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            lock (_lock)
            {
                Last = line.Trim();
                say(line.TrimEnd());
            }
        }
    }
}
