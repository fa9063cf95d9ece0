using System.CommandLine;
using Synthetic.Core.Basics;
using Synthetic.Core.ServerTiming;
using Synthetic.Worker.Cli.Headers;
using Synthetic.Worker.Terminal;

namespace Synthetic.Worker.Cli.Commands;

/// <summary><c>synthetic server-timing</c>: what a browser makes of a header, and what is wrong with it.</summary>
internal static class ServerTimingCommand
{
    public static Command Build(CommandContext context)
    {
        var headers = new Argument<string[]>("HEADER") { Arity = ArgumentArity.ZeroOrMore, Description = "Header values, with or without \"Server-Timing:\" before them; - for standard input" };
        var url = new Option<string?>("--url") { HelpName = "URL", Description = "Fetches the headers from an address, and holds them against the wait" };
        var json = new Option<bool>("--json") { Description = "Prints metrics and findings as one JSON object" };
        var command = new CommandWithExamples(
            "server-timing",
            "Parses Server-Timing headers as Chromium does, and says what is wrong with them.",
            """
            Examples:
              synthetic server-timing 'db;dur=350, cache;dur=5;desc="L2"'
              synthetic server-timing --url https://shop.example.com/
              curl -sI https://shop.example.com/ | synthetic server-timing -

            Exit codes: 0 nothing is broken, 1 an error was found, or the address did not answer, 2 bad usage.
            """);
        command.Add(headers);
        command.Add(url);
        command.Add(json);
        command.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(headers) ?? [], parsed.GetValue(url), parsed.GetValue(json), context, ct));
        return command;
    }

    private static async Task<int> RunAsync(string[] given, string? url, bool json, CommandContext context, CancellationToken ct)
    {
        if ((given.Length == 0) == (url is null))
            return context.Refuse(url is null ? "name a header, - for standard input, or an address with --url" : "name either headers or --url, not both");
        if (url is null)
            return Show(new FetchedHeaders { Fields = HeaderText.Fields(given, context.In) }, json, context);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !WebAddress.IsHttp(address))
            return context.Refuse($"--url must be an http or https address, was \"{PrintableAddress.Of(url)}\"");
        using var interruption = new Interruption(ct);
        try
        {
            var fetched = await new HeaderFetch(context.Time).FetchAsync(address, context.Say, interruption.Token);
            return Show(fetched, json, context);
        }
        catch (HeaderFetchException error)
        {
            context.Say(error.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return ExitCode.Monitor;
        }
    }

    private static int Show(FetchedHeaders fetched, bool json, CommandContext context)
    {
        var report = ServerTimingReport.Of(fetched);
        if (json)
        {
            context.Out.WriteLine(report.ToJson());
        }
        else
        {
            var printer = context.OutPrinter;
            printer.Write(ServerTimingView.Of(report, printer.Screen));
        }

        return report.Findings.Any(finding => finding.Level == ServerTimingLintLevel.Error) ? ExitCode.Failed : ExitCode.Passed;
    }
}
