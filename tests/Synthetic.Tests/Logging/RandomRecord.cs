using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.ServerTiming;
using Synthetic.Tests.Alerting;

namespace Synthetic.Tests.Logging;

/// <summary>Records of every size, with texts whose characters take one to six bytes in JSON.</summary>
internal static class RandomRecord
{
    public static Gen<RunRecord> Any() =>
        Many(12).SelectMany(steps => Text(200).SelectMany(name => Text(1000).SelectMany(failure => Many(400).SelectMany(budgets => Step().ArrayOf(steps)
            .Select(all => Runs.Of(RunStatus.Failed) with
            {
                Scenario = name,
                Location = name[..(name.Length / 2)],
                Failure = new Failure(name, FailureKind.Script, failure, failure),
                EarlierFailures = [new Failure(null, FailureKind.Timeout, failure)],
                Steps = all,
                Pages = [.. Enumerable.Repeat(new PageResult { Url = failure, Navigation = "hard" }, budgets / 10)],
                Budgets = [.. Enumerable.Range(0, budgets).Select(n => new BudgetResult($"server.c{n}", name, 100, n, n <= 100))],
                Host = new HostState { Verdict = HostState.Noisy, Reasons = [failure] },
            })))));

    private static Gen<StepResult> Step() =>
        Text(120).SelectMany(name => Text(2000).SelectMany(url => Many(100).SelectMany(requests => Many(30).Select(frames => new StepResult
        {
            Index = 0,
            Name = name,
            Action = "click",
            Status = StepStatus.Passed,
            Requests = [.. Enumerable.Range(0, requests).Select(n => new RequestResult
            {
                Id = n,
                Method = "GET",
                Url = url,
                Initiator = "fetch",
                ServerTiming = [new ServerTimingMetric("db", n, name)],
            })],
            Interactions = [.. Enumerable.Range(0, frames / 5).Select(n => new InteractionResult
            {
                Type = "pointer",
                Target = name,
                Inp = new InpWindow { Ms = n, Culprit = Runs.Db(n) with { Evidence = [url] }, Timeline = [.. Enumerable.Repeat(new Segment { Kind = SegmentKind.Script, Url = url }, frames)] },
            })],
            Incidents = [.. Enumerable.Repeat(new Incident("dialog", name), frames)],
        }))));

    // Small ones more often than large ones.
    private static Gen<int> Many(int most) => Gen.OneOf(Gen.Choose(0, 2), Gen.Choose(0, most / 10), Gen.Choose(0, most));

    private static Gen<string> Text(int longest) =>
        Gen.Elements("a", "é", "語", "🦊", "\"", "\\", "\u0001", "\u2028", "/").SelectMany(piece =>
            Gen.OneOf(Gen.Choose(1, 20), Gen.Choose(1, longest)).Select(length => string.Concat(Enumerable.Repeat(piece, length / piece.Length + 1))));
}
