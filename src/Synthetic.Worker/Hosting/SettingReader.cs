using System.Globalization;
using Synthetic.Core.Basics;

namespace Synthetic.Worker.Hosting;

/// <summary>Reads settings and collects everything that is wrong with them. A wrong value reads as anything: with errors, nothing is to be used.</summary>
internal sealed class SettingReader(Func<string, string?> environment, IReadOnlyDictionary<string, string?> options)
{
    private readonly List<string> _errors = [];

    public IReadOnlyList<string> Errors => _errors;

    /// <summary>A text.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="longest">The most characters.</param>
    /// <param name="isSecret">Whether a wrong value must not be quoted.</param>
    public string? Text(Setting setting, int longest = 4096, bool isSecret = false)
    {
        var (text, source) = setting.Find(environment, options);
        if (text is null || (text.Length <= longest && !string.IsNullOrWhiteSpace(text)))
            return text;
        return Wrong(setting, source, $"have 1 to {longest} characters", isSecret ? "***" : text);
    }

    public string OneOf(Setting setting, string[] allowed)
    {
        var (text, source) = setting.Find(environment, options);
        return allowed.Contains(text, StringComparer.Ordinal)
            ? text!
            : Wrong(setting, source, $"be one of {string.Join(", ", allowed)}", text)!;
    }

    public int Number(Setting setting, int least, int most)
    {
        var (text, source) = setting.Find(environment, options);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Wrong(setting, source, $"be a whole number from {least} to {most}", text);
        return least;
    }

    public TimeSpan Duration(Setting setting, TimeSpan most)
    {
        var (text, source) = setting.Find(environment, options);
        if (DurationText.TryParse(text, out var duration) && duration <= most)
            return duration;
        Wrong(setting, source, $"be a duration from 0s to {DurationText.Format(most)}, like {setting.Default}", text);
        return TimeSpan.Zero;
    }

    /// <summary>Notes that a value is wrong, without quoting it: it may be a secret.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="error">The end of a sentence that begins with where the value is from.</param>
    /// <returns><c>null</c>.</returns>
    public T? Refuse<T>(Setting setting, string error)
        where T : class
    {
        _errors.Add($"{setting.Find(environment, options).Source} {error}");
        return null;
    }

    private string? Wrong(Setting setting, string source, string must, string? actual)
    {
        var shown = actual?.Length > 60 ? actual[..60] + "…" : actual;
        _errors.Add($"{source} must {must}, was \"{shown}\"");
        return setting.Default;
    }
}
