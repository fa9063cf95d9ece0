using System.CommandLine;

namespace Synthetic.Benchmarks.Delivery;

/// <summary><c>delivery</c>: a worker whose webhook is in trouble, beside one whose webhook is well.</summary>
internal static class DeliveryCommand
{
    public static Command Build()
    {
        var rounds = new Option<int>("--rounds") { HelpName = "N", Description = "How often, each way, in turns", DefaultValueFactory = _ => 3 };
        var slots = new Option<int>("--slots") { HelpName = "N", Description = "How many slots of each page, 2 s apart, the trouble lasts", DefaultValueFactory = _ => 90 };
        var program = new Option<string>("--program")
        {
            HelpName = "F",
            Description = "The worker",
            DefaultValueFactory = _ => "src/Synthetic.Worker/bin/Release/net10.0/synthetic.dll",
        };
        var command = new Command("delivery", "Delivers alerts to a webhook that fails, hangs, resets and is busy, and counts alerts and late runs.") { rounds, slots, program };
        command.SetAction((parsed, ct) =>
            RunAsync(Path.GetFullPath(parsed.GetValue(program)!), parsed.GetValue(rounds), parsed.GetValue(slots), ct));
        return command;
    }

    private static async Task<int> RunAsync(string program, int rounds, int slots, CancellationToken ct)
    {
        var (well, troubled) = (new List<DeliveryOutcome>(), new List<DeliveryOutcome>());
        for (var round = 0; round < rounds; round++)
        {
            // In turns, so that what comes with time falls on both.
            foreach (var inTrouble in new[] { round % 2 == 1, round % 2 == 0 })
            {
                var folder = Directory.CreateTempSubdirectory("synthetic-delivery").FullName;
                var outcome = await new DeliveryRun(program, folder).RunAsync(inTrouble ? DeliveryRun.Endless() : [], slots, ct);
                (inTrouble ? troubled : well).Add(outcome);
                Console.WriteLine($"{Line(inTrouble ? "troubled" : "well", [outcome])}   lines in {folder}");
            }
        }
        Console.WriteLine($"\n{"all rounds",-9} {"alerts",7} {"requests",9} {"again",6} {"slots run",10} {"missed",8} {"late: median",13} {"p99",7} {"max",7} ms");
        Console.WriteLine(Line("well", well));
        Console.WriteLine(Line("troubled", troubled));
        string[] wrongs = [.. well.Concat(troubled).SelectMany(outcome => outcome.Wrongs())];
        Console.WriteLine(wrongs.Length == 0 ? "every alert has arrived, in order, each with one key; no request held up the schedule, and every slot has a record" : string.Join(", ", wrongs));
        return wrongs.Length == 0 ? 0 : 1;
    }

    private static string Line(string name, IReadOnlyList<DeliveryOutcome> outcomes)
    {
        var all = outcomes.Aggregate((one, other) => one with
        {
            Alerts = one.Alerts + other.Alerts,
            Attempts = one.Attempts + other.Attempts,
            Again = one.Again + other.Again,
            Missed = one.Missed + other.Missed,
            LagsMs = [.. one.LagsMs, .. other.LagsMs],
        });
        return $"{name,-9} {all.Alerts,8} {all.Attempts,9} {all.Again,6} {all.LagsMs.Count,10} {all.Missed,8} {all.LagMs(0.5),13:0.0} {all.LagMs(0.99),7:0.0} {all.LagMs(1),7:0.0}";
    }
}
