using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Metrics;
using Synthetic.Core.Scenarios;

namespace Synthetic.Tests.ScenarioFiles;

/// <summary>Any valid scenario that a file can declare.</summary>
internal static class RandomScenario
{
    private static readonly Gen<string> Word = Gen.Elements("a", "Größe", "Place order", "say \"hi\"", "#id > .class", "100 %", "日本", "$5", "{x}", "\\");
    private static readonly Gen<TimeSpan> Time = Gen.Choose(1000, 600_000).Select(ms => TimeSpan.FromMilliseconds(ms));
    private static readonly Gen<bool> Coin = Gen.Elements(true, false);

    private static readonly Gen<string> Selector = Gen.Elements("a", "#größe > .class", "text=say \"hi\"", "//a[1]", "[title=\"{x}\"]", "\\31 a", "ul >> nth=0", "a, > b");

    private static readonly Gen<Locator> Ways =
        from kind in Gen.Elements(Enum.GetValues<LocatorKind>())
        from word in Word
        from selector in Selector
        from name in Maybe(Word)
        select kind switch
        {
            LocatorKind.Role => new Locator(kind, "button", name),
            LocatorKind.Selector => new Locator(kind, selector),
            _ => new Locator(kind, word),
        };

    private static readonly Gen<Locator> Locators =
        from way in Ways
        from exact in Coin
        from text in Maybe(Word)
        from nth in Gen.Elements<int?>(null, -1, 0, 7)
        from within in Maybe(Ways)
        from frame in Maybe(Ways)
        select way with
        {
            Exact = exact && way is { Name: not null } or { Kind: LocatorKind.Label or LocatorKind.Text or LocatorKind.Placeholder } && exact,
            HasText = text,
            Nth = nth,
            Within = within,
            Frame = frame,
        };

    private static readonly Gen<IReadOnlyList<Budget>> Budgets =
        from metrics in Gen.SubListOf<string>([.. MetricTable.All.Select(metric => metric.Name), "server.db", "server.a!b", "serverTotal.db"])
        from limit in Gen.Choose(1, 10)
        from percent in Gen.Choose(1, 1000)
        from usual in Coin
        select (IReadOnlyList<Budget>)[.. metrics.Select(metric =>
            usual && MetricTable.Find(metric)!.LeastOverBaselineMs is not null ? Budget.OverBaseline(metric, percent) : new Budget(metric, limit))];

    private static readonly Gen<Expectation> Expectations =
        from visible in Maybe(Locators)
        from hidden in Maybe(Locators)
        from text in Word
        from url in Maybe(Word)
        from title in Maybe(Word)
        from settled in Coin
        select new Expectation { Visible = visible, Hidden = hidden, Text = text, Url = url, Title = title, Settled = settled };

    private static readonly Gen<Schedule> Schedules =
        from time in Time
        from jitter in Gen.Choose(0, 1000)
        from cron in Coin
        select cron
            ? new Schedule { Cron = "0 0/5 * * * ?", TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), Jitter = TimeSpan.FromMilliseconds(jitter) }
            : new Schedule { Every = time, Jitter = TimeSpan.FromMilliseconds(jitter) };

    private static readonly Gen<Step> Steps =
        from action in Gen.Elements(Enum.GetValues<StepAction>().Where(one => one != StepAction.Code).ToArray())
        from target in Locators
        from words in Word.NonEmptyListOf()
        from distance in Gen.Choose(-500, 500)
        from coin in Coin
        from expect in Maybe(Expectations)
        from budgets in Budgets
        from when in Maybe(Locators)
        select Make(action, target, [.. words], distance, coin) with
        {
            Expect = expect,
            Budgets = budgets,
            Timeout = coin ? TimeSpan.FromMilliseconds(1) : null,
            When = when,
            Optional = coin,
            InPopup = !coin,
            Dialog = coin ? new DialogAnswer(true, words[0]) : null,
            Ready = coin ? PageReadiness.Quiet : null,
        };

    public static Gen<Scenario> Any { get; } =
        from steps in Steps.NonEmptyListOf()
        from schedule in Maybe(Schedules)
        from timeout in Time
        from retries in Gen.Choose(0, 5)
        from budgets in Budgets
        from failures in Gen.Choose(1, 9)
        from coin in Coin
        select new Scenario
        {
            Name = "a b-c_d.9",
            BaseUrl = new Uri("https://shop.example/x?y=1"),
            Steps = [.. steps.Select((step, index) => step with { Index = index, Name = $"step {index}" })],
            Schedule = schedule,
            Timeout = timeout,
            Retries = retries,
            Budgets = budgets,
            Alerts = new AlertRule(failures, failures + retries, failures, TimeSpan.FromMinutes(failures), coin ? ["log"] : []),
            Device = new Device { Name = coin ? "Pixel 7" : "desktop", Width = coin ? 800 : null, Height = 99, ScaleFactor = 1.5, Mobile = coin, Touch = !coin, UserAgent = coin ? "me/1" : null },
            Throttle = coin ? new Throttle { Cpu = 1.5, Latency = timeout / 600, DownKbps = 1, UpKbps = failures } : null,
            ResponseRating = new ResponseRating(timeout / 2, timeout),
        };

    private static Step Make(StepAction action, Locator target, string[] words, int distance, bool coin)
    {
        var step = new Step { Index = 0, Name = "", Action = action };
        return action switch
        {
            StepAction.Goto => step with { Values = ["/a path?q=ü"] },
            StepAction.Press => coin ? step with { Values = ["Enter"] } : step with { Target = target, Values = ["Tab"] },
            StepAction.Fill or StepAction.Type => step with { Target = target, Values = [coin ? "" : words[0]] },
            StepAction.Select or StepAction.Upload => step with { Target = target, Values = words },
            StepAction.Scroll when coin => step with { ScrollBy = distance },
            StepAction.KeyDown or StepAction.KeyUp => step with { Values = ["Shift"] },
            StepAction.Drag => step with { Target = target, Drag = coin ? new DragPath(target, 0, 0) : new DragPath(null, distance, 3) },
            StepAction.Click => step with { Target = target, Pointing = coin ? new PointerUse { Button = "right", Modifiers = ["Alt"], X = 1, Y = distance } : null },
            StepAction.Reload or StepAction.Back => step,
            _ => step with { Target = target },
        };
    }

    private static Gen<T?> Maybe<T>(Gen<T> some)
        where T : class => Coin.SelectMany(coin => coin ? some.Select(one => (T?)one) : Gen.Constant<T?>(null));
}
