using System.CommandLine;
using Synthetic.Core.Basics;
using Synthetic.Core.Scenarios;

namespace Synthetic.Worker.Cli.Runs;

/// <summary>The options of <c>run</c>, which <c>demo</c> takes too.</summary>
internal sealed class RunOptions
{
    private const int MostRepeats = 1_000;

    private readonly Option<string?> _baseUrl = new("--base-url") { HelpName = "URL", Description = "Takes the place of every scenario's baseUrl" };
    private readonly Option<int> _repeat = new("--repeat") { HelpName = "N", Description = "Runs each scenario N times, and shows median and worst at the end", DefaultValueFactory = _ => 1 };
    private readonly Option<bool> _prove = new("--prove") { Description = "Replays each slow step without its suspects, and says what that really saves" };
    private readonly Option<string?> _causes = new("--causes") { HelpName = "WHEN", Description = "read-only, always or never: takes the place of every scenario's causes, which says whether a run is followed by an unmeasured one where order alone does not tell what a result waited for" };
    private readonly Option<string?> _out = new("--out") { HelpName = "DIR", Description = "Keeps each record as DIR/SCENARIO-RUNID.json, for: synthetic explain" };
    private readonly Option<string?> _junit = new("--junit") { HelpName = "F.xml", Description = "Writes JUnit XML: a suite a scenario, a case a step" };
    private readonly Option<bool> _headed = new("--headed") { Description = "Shows the browser's window; needs a full Chromium" };
    private readonly Option<bool> _json = new("--json") { Description = "Prints one run record a line on standard output, and nothing else there" };

    public SettingOptions Settings { get; } = SettingOptions.OfRun();

    public void AddTo(Command command)
    {
        Settings.AddTo(command);
        foreach (var option in (Option[])[_baseUrl, _repeat, _causes, _prove, _out, _junit, _headed, _json])
            command.Add(option);
    }

    /// <summary>Whether records go out as JSON.</summary>
    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    public (RunRequest Request, IReadOnlyList<string> Errors) Read(ParseResult parsed, CommandContext context)
    {
        var (settings, wrong) = Settings.Read(parsed, context);
        var errors = new List<string>(wrong);
        var repeat = parsed.GetValue(_repeat);
        if (repeat is < 1 or > MostRepeats)
            errors.Add($"--repeat must be from 1 to {MostRepeats}, was {repeat}");
        var causes = parsed.GetValue(_causes);
        if (causes is not null && !CauseRules.Words.Contains(causes))
            errors.Add($"--causes must be {string.Join(", ", CauseRules.Words.SkipLast(1))} or {CauseRules.Words[^1]}, was \"{PrintableAddress.Of(causes)}\"");
        errors.AddRange(OutputTargets.Errors(parsed.GetValue(_out), parsed.GetValue(_junit)));
        var request = new RunRequest
        {
            Settings = settings,
            BaseUrl = BaseUrl(parsed.GetValue(_baseUrl), errors),
            Repeat = repeat,
            Causes = causes is null || !CauseRules.Words.Contains(causes) ? null : CauseRules.Parse(causes),
            Prove = parsed.GetValue(_prove),
            Out = parsed.GetValue(_out),
            JUnit = parsed.GetValue(_junit),
            Headed = parsed.GetValue(_headed),
            Json = parsed.GetValue(_json),
        };
        return (request, errors);
    }

    private static Uri? BaseUrl(string? text, List<string> errors)
    {
        if (text is null)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && (WebAddress.IsHttp(url) || url.Scheme == "demo"))
            return url;
        errors.Add($"--base-url must be an http or https address, was \"{PrintableAddress.Of(text)}\"");
        return null;
    }
}
