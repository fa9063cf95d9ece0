using Synthetic.Browser.Finding;

namespace Synthetic.Browser.Installing;

/// <summary>Installs from Debian's or Ubuntu's own packages; wants root.</summary>
internal sealed class AptInstallation(IMachine machine, ICommandRunner runner, bool isRoot) : IInstallation
{
    private const string AptGet = "/usr/bin/apt-get";

    private static readonly Dictionary<string, string> Quiet = new() { ["DEBIAN_FRONTEND"] = "noninteractive" };

    public string Name => "apt-get";

    public string? WhyNot() =>
        machine.Look(AptGet) != FileState.Executable ? "not a Debian or Ubuntu"
        : isRoot ? null
        : "wants root";

    public async Task<string?> InstallAsync(bool headed, Action<string> say, CancellationToken ct)
    {
        // Old lists are often good enough, so a failure here is not yet one.
        var update = await RunAsync(["update", "--quiet"], say, ct);
        string[] packages = headed ? ["chromium"] : ["chromium-headless-shell", "chromium"];
        List<string> failures = update.Succeeded ? [] : [$"update ended with {update}"];
        foreach (var package in packages)
        {
            // Text without any font paints nothing, and would make every paint time a lie.
            var result = await RunAsync(
                ["install", "--yes", "--quiet", "--no-install-recommends", package, "fonts-liberation"], say, ct);
            if (result.Succeeded)
                return null;
            failures.Add($"{package} ended with {result}");
        }
        return string.Join("; ", failures);
    }

    private async Task<CommandResult> RunAsync(IReadOnlyList<string> arguments, Action<string> say, CancellationToken ct)
    {
        var command = new Command(AptGet, ["-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0", .. arguments]) { Variables = Quiet };
        say($"Running {command}");
        return await runner.RunAsync(command, say, ct);
    }
}
