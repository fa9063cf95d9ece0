using System.CommandLine;
using Synthetic.Browser.Finding;
using Synthetic.Browser.Installing;

namespace Synthetic.Worker.Cli.Commands;

/// <summary><c>synthetic browser</c>: the Chromium in use.</summary>
internal static class BrowserCommand
{
    public static Command Build(CommandContext context)
    {
        var command = new CommandWithExamples(
            "browser",
            "Shows, or installs, the Chromium in use.",
            """
            Examples:
              synthetic browser path                            which one a run would use, and where it came from
              SYNTHETIC_BROWSER=/opt/chrome synthetic browser path
              synthetic browser install                         one for this machine, where there is none

            Exit codes: 0 there is one, 3 there is none.
            """);
        command.Add(Part("path", "Prints the path of the browser on standard output, and where it was found on standard error.", context, PathAsync));
        command.Add(Part("install", "Installs a browser where there is none: by Playwright, or the distribution's packages.", context, InstallAsync));
        return command;
    }

    private static CommandWithExamples Part(
        string name, string description, CommandContext context,
        Func<BrowserProvisioning, string?, bool, CommandContext, CancellationToken, Task<InstalledBrowser>> find)
    {
        var browser = new Option<string?>("--browser") { HelpName = "PATH", Description = "The Chromium asked for [SYNTHETIC_BROWSER]" };
        var headed = new Option<bool>("--headed") { Description = "One that can show a window" };
        var command = new CommandWithExamples(name, description, $"Example:\n  BROWSER=$(synthetic browser {name}) && \"$BROWSER\" --version\n");
        command.Add(browser);
        command.Add(headed);
        command.SetAction(async (parsed, ct) =>
        {
            using var interruption = new Interruption(ct);
            try
            {
                var found = await find(
                    new BrowserProvisioning(context.Time), parsed.GetValue(browser), parsed.GetValue(headed), context, interruption.Token);
                context.Out.WriteLine(found.Path);
                context.Say($"{found.Kind}, from {found.Source}");
                return ExitCode.Passed;
            }
            catch (BrowserUnavailableException error)
            {
                context.Say(error.Message);
                return ExitCode.Monitor;
            }
            catch (OperationCanceledException)
            {
                context.Say("stopped");
                return ExitCode.Monitor;
            }
        });
        return command;
    }

    private static Task<InstalledBrowser> PathAsync(
        BrowserProvisioning browsers, string? asked, bool headed, CommandContext context, CancellationToken ct) =>
        browsers.FindOrInstallAsync(asked, headed, mayInstall: false, context.Say, ct);

    private static Task<InstalledBrowser> InstallAsync(
        BrowserProvisioning browsers, string? asked, bool headed, CommandContext context, CancellationToken ct) =>
        browsers.FindOrInstallAsync(asked, headed, mayInstall: true, context.Say, ct);
}
