using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Browser.Finding;
using Synthetic.Browser.Inspecting;
using Synthetic.Core.Basics;
using Synthetic.Core.ScenarioFiles;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;
using Synthetic.Shop;
using Synthetic.Worker.Cli.Scenarios;
using Synthetic.Worker.Hosting;

namespace Synthetic.Worker.Cli.Commands;

/// <summary><c>synthetic inspect</c>: what can be acted on, where a scenario has got to.</summary>
internal static class InspectCommand
{
    private sealed record Asked(WorkerSettings Settings, string? Url, string? Scenario, string? Until, bool Json);

    public static Command Build(CommandContext context)
    {
        var url = new Argument<string?>("URL") { Arity = ArgumentArity.ZeroOrOne, Description = "The page; without one, a scenario of --config leads there" };
        var scenario = new Option<string?>("--scenario") { HelpName = "NAME", Description = "Which scenario of the file; default: the only one" };
        var until = new Option<string?>("--until") { HelpName = "STEP", Description = "The last step to do, by its name, or its number from 1; default: all" };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object" };
        var settings = SettingOptions.OfInspect();
        var command = new CommandWithExamples(
            "inspect",
            "Lists what a step can act on: each with the LOCATOR that finds it, ready to be copied.",
            """
            Examples:
              synthetic inspect https://shop.example.com/
              synthetic inspect --config scenarios.json --scenario place-order --until "Add to cart"
              synthetic inspect --config scenarios.json --until 3 --json

            Exit codes: 0 listed, 1 a step on the way failed (what is there then is listed), 2 bad usage or configuration,
            3 there is no browser.
            """);
        command.Add(url);
        settings.AddTo(command);
        foreach (var option in (Option[])[scenario, until, json])
            command.Add(option);
        command.SetAction(async (parsed, ct) =>
        {
            var (read, errors) = settings.Read(parsed, context);
            if (parsed.GetValue(url) is not null && settings.Given(parsed, "--config"))
                errors = [.. errors, "name either a page or --config, not both"];
            return errors.Count > 0
                ? context.Refuse(errors)
                : await RunAsync(new Asked(read, parsed.GetValue(url), parsed.GetValue(scenario), parsed.GetValue(until), parsed.GetValue(json)), context, ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(Asked asked, CommandContext context, CancellationToken ct)
    {
        var (scenario, problems) = Find(asked, context);
        if (scenario is null)
            return context.Refuse(problems);
        using var interruption = new Interruption(ct);
        await using var shop = new DemoShop(FaultSet.None, context.Time);
        try
        {
            await using var evidence = await context.Evidence.OpenAsync(asked.Settings, headed: false, mayInstall: true, context.Say, interruption.Token);
            if (evidence.Browsers is not { } browsers)
                return ExitCode.Monitor;
            var resolved = await shop.ResolveAsync([scenario], interruption.Token);
            var page = await new PageInspector(browsers, context.Time).InspectAsync(resolved[0], interruption.Token);
            var redactor = new Redactor(scenario.Secrets);
            context.Out.WriteLine(asked.Json ? redactor.RedactJson(Json(page)) : redactor.Redact(Lines(page)));
            if (page.Problem is null)
                return ExitCode.Passed;
            context.Say(redactor.Redact($"a step failed on the way: {page.Problem}"));
            return ExitCode.Failed;
        }
        catch (BrowserUnavailableException error)
        {
            context.Say(error.Message);
            return ExitCode.Monitor;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return ExitCode.Monitor;
        }
    }

    private static (Scenario? Scenario, IReadOnlyList<string> Problems) Find(Asked asked, CommandContext context)
    {
        if (asked.Url is { } url)
        {
            return Uri.TryCreate(url, UriKind.Absolute, out var address) && WebAddress.IsHttp(address)
                ? (new Scenario { Name = "inspect", Steps = [new Step { Index = 0, Name = $"goto {url}", Action = StepAction.Goto, Values = [url] }] }, [])
                : (null, [$"URL must be an http or https address, was \"{PrintableAddress.Of(url)}\""]);
        }
        var (file, errors) = ScenarioSource.Read(asked.Settings.Config, context);
        if (errors.Count > 0)
            return (null, errors);
        var (picked, unknown) = ScenarioSource.Pick(file!.Scenarios, asked.Scenario is { } name ? [name] : []);
        if (unknown.Count > 0)
            return (null, unknown);
        if (picked is not [{ Script: null } only])
            return (null, [picked.Count == 1 ? $"{picked[0].Name} is written in C#: only declared steps can be gone through" : $"name one with --scenario: {string.Join(", ", file.Scenarios.Select(one => one.Name))}"]);
        return asked.Until is { } until ? Until(only, until) : (only, []);
    }

    private static (Scenario? Scenario, IReadOnlyList<string> Problems) Until(Scenario scenario, string until)
    {
        var last = scenario.Steps.FirstOrDefault(step => step.Name == until) ?? (int.TryParse(until, out var number) ? scenario.Steps.ElementAtOrDefault(number - 1) : null);
        return last is null
            ? (null, [$"{scenario.Name} has no step \"{until}\"{Suggestion.Hint(until, scenario.Steps.Select(step => step.Name))}"])
            : (scenario with { Steps = [.. scenario.Steps.Take(last.Index + 1)] }, []);
    }

    private static string Lines(PageInspection page) =>
        string.Join('\n', ((IEnumerable<string>)[$"{page.Title}  {PrintableAddress.Of(page.Url)}", .. page.Elements.Select(Line)]).Select(PlainText.OneLine));

    private static string Line(FoundElement element) => $"  {LocatorText.Json(element.Locator)}{(element.State.Count == 0 ? "" : $"  {string.Join(", ", element.State)}")}";

    private static string Json(PageInspection page) => new JsonObject
    {
        ["url"] = page.Url,
        ["title"] = page.Title,
        ["elements"] = new JsonArray([.. page.Elements.Select(element => (JsonNode)new JsonObject
        {
            ["locator"] = JsonNode.Parse(LocatorText.Json(element.Locator)),
            ["state"] = new JsonArray([.. element.State.Select(state => (JsonNode)state)]),
        })]),
        ["problem"] = page.Problem,
    }.ToJsonString(JsonSerializerOptions.Default);
}
