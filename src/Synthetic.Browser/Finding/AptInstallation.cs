namespace Synthetic.Browser.Finding;

/// <summary>Installs from Debian's or Ubuntu's own packages; wants root.</summary>
internal sealed class AptInstallation(IMachine machine, ICommandRunner runner, bool isRoot) : IInstallation
{
    private const string AptGet = "/usr/bin/apt-get";

    private static readonly Dictionary<string, string> s_quiet = new() { ["DEBIAN_FRONTEND"] = "noninteractive" };

    public string Name => "apt-get";

    public string? WhyNot() =>
        machine.Look(AptGet) != FileState.Executable ? "not a Debian or Ubuntu"
        : isRoot ? null
        : "wants root";

    public async Task<string?> InstallAsync(bool headed, Action<string> say, CancellationToken cancellation)
    {
        // Old lists are often good enough, so a failure here is not yet one.
        CommandResult update = await RunAsync(["update", "--quiet"], say, cancellation);
        string[] packages = headed ? ["chromium"] : ["chromium-headless-shell", "chromium"];
        List<string> failures = update.Succeeded ? [] : [$"update ended with {update}"];
        foreach (string package in packages)
        {
            // Text without any font paints nothing, and would make every paint time a lie.
            CommandResult result = await RunAsync(
                ["install", "--yes", "--quiet", "--no-install-recommends", package, "fonts-liberation"], say, cancellation);
            if (result.Succeeded)
                return null;
            failures.Add($"{package} ended with {result}");
        }
        return string.Join("; ", failures);
    }

    private async Task<CommandResult> RunAsync(IReadOnlyList<string> arguments, Action<string> say, CancellationToken cancellation)
    {
        Command command = new(AptGet, ["-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0", .. arguments]) { Variables = s_quiet };
        say($"Running {command}");
        return await runner.RunAsync(command, say, cancellation);
    }
}
