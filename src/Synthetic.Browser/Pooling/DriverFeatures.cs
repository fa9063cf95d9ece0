using System.Text.RegularExpressions;

namespace Synthetic.Browser.Pooling;

/// <summary>
/// The features the driver switches off by itself. It has no way to ask for them, so they are read from its source;
/// where that has changed its shape the list is empty, and the browser is started as the driver likes it.
/// </summary>
internal static partial class DriverFeatures
{
    private static readonly string[] Bundles = ["lib/coreBundle.js", "lib/server/chromium/chromiumSwitches.js"];

    /// <summary>Reads the list from the driver's package folder; empty where it is not to be found.</summary>
    public static async Task<IReadOnlyList<string>> DisabledAsync(string? packageFolder, CancellationToken ct)
    {
        var file = Bundles.Select(bundle => Path.Join(packageFolder, bundle)).FirstOrDefault(File.Exists);
        return file is null || packageFolder is null ? [] : In(await File.ReadAllTextAsync(file, ct));
    }

    /// <summary>Finds the list in the driver's source.</summary>
    public static IReadOnlyList<string> In(string source)
    {
        var list = ListPattern().Match(source);
        return [.. FeaturePattern().Matches(CommentPattern().Replace(list.Groups["body"].Value, "")).Select(m => m.Groups["name"].Value)];
    }

    [GeneratedRegex(@"\bdisabledFeatures\s*=\s*\[(?<body>.*?)\]\.filter\(Boolean\)", RegexOptions.Singleline)]
    private static partial Regex ListPattern();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex CommentPattern();

    [GeneratedRegex("\"(?<name>\\w+)\"")]
    private static partial Regex FeaturePattern();
}
