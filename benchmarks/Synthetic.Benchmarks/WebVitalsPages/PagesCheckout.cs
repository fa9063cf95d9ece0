using System.Runtime.CompilerServices;
using System.Text.Json;
using Synthetic.Benchmarks.Exactness;

namespace Synthetic.Benchmarks.WebVitalsPages;

/// <summary>The library's own test pages: in a checkout of its repository, which is given or cloned. None of it is ours to keep.</summary>
/// <param name="Folder">What its server serves: the checkout's <c>test/</c>, and the library from npm with our relay before it.</param>
/// <param name="PagesVersion">The version that the pages are of.</param>
/// <param name="LibraryVersion">The version that npm brought.</param>
internal sealed record PagesCheckout(string Folder, string PagesVersion, string LibraryVersion)
{
    private const string Repository = "https://github.com/GoogleChrome/web-vitals.git";

    /// <summary>Makes the pages ready to be served.</summary>
    /// <param name="given">A checkout; <c>null</c> to clone the tag of the locked version.</param>
    /// <exception cref="IOException">They are not there; the message says why, and what to do.</exception>
    public static async Task<PagesCheckout> PrepareAsync(string? given)
    {
        var oracle = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../web-vitals"));
        if (await Npm.InstallAsync(oracle, patience: TimeSpan.FromMinutes(2)) is { } missing)
            throw new IOException($"The library is not there: {missing}");
        var library = Path.Combine(oracle, "node_modules/web-vitals");
        var version = VersionIn(library);
        var checkout = given ?? await CloneAsync(Path.Combine(oracle, $"node_modules/.cache/repository-{version}"), $"v{version}");
        if (!File.Exists(Path.Combine(checkout, "test/server.js")))
            throw new IOException($"{checkout} is no checkout of the library's repository: it has no test/server.js.");
        // Beneath node_modules, so that its server finds there what it requires.
        var folder = Path.Combine(oracle, "node_modules/.cache/pages");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Copy(Path.Combine(checkout, "test"), Path.Combine(folder, "test"));
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{ "type": "module" }""");
        await LayRelayAsync(Path.Combine(library, "dist"), Path.Combine(folder, "dist"));
        return new PagesCheckout(folder, VersionIn(checkout), version);
    }

    private static async Task<string> CloneAsync(string folder, string tag)
    {
        if (Directory.Exists(folder))
            return folder;
        var parent = Directory.CreateDirectory(Path.GetDirectoryName(folder)!).FullName;
        var failed = await Npm.RunAsync("git", ["clone", "--quiet", "--depth", "1", "--branch", tag, Repository, folder], parent, TimeSpan.FromMinutes(2));
        return failed is null ? folder : throw new IOException($"The pages are not there: {failed}. Name a checkout of {Repository} by --pages DIR.");
    }

    private static async Task LayRelayAsync(string library, string dist)
    {
        Directory.CreateDirectory(Path.Combine(dist, "library"));
        using var reader = new StreamReader(typeof(PagesCheckout).Assembly.GetManifestResourceStream($"{typeof(PagesCheckout).Namespace}.relay.js")!);
        var relay = await reader.ReadToEndAsync();
        foreach (var build in new[] { "web-vitals.js", "web-vitals.attribution.js" })
        {
            File.Copy(Path.Combine(library, build), Path.Combine(dist, "library", build));
            await File.WriteAllTextAsync(Path.Combine(dist, build), relay.Replace("./library/web-vitals.js", $"./library/{build}", StringComparison.Ordinal));
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string VersionIn(string folder)
    {
        var file = Path.Combine(folder, "package.json");
        return File.Exists(file) ? JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("version").GetString()! : "unknown";
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
