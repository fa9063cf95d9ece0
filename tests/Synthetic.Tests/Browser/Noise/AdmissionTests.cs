using Microsoft.Extensions.Time.Testing;
using Synthetic.Browser.Noise;

namespace Synthetic.Tests.Browser.Noise;

[Parallelizable(ParallelScope.All)]
internal sealed class AdmissionTests
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(150);

    [Test]
    public async Task ALoadWaitsForAnotherRunsInteraction()
    {
        var admission = On(2, new FakeTimeProvider());
        var interaction = await EnteredAsync(admission, RunPart.Interaction);
        var load = admission.EnterAsync(RunPart.Load, default);

        Assert.That(load.IsCompleted, Is.False);
        interaction.Dispose();
        Assert.That(async () => await load, Throws.Nothing);
    }

    [Test]
    public async Task AnInteractionWaitsUntilAllLoadsAreOver()
    {
        var admission = On(2, new FakeTimeProvider());
        var (first, second) = (await EnteredAsync(admission, RunPart.Load), await EnteredAsync(admission, RunPart.Load));
        var interaction = admission.EnterAsync(RunPart.Interaction, default);

        first.Dispose();
        Assert.That(interaction.IsCompleted, Is.False);
        second.Dispose();
        Assert.That(async () => await interaction, Throws.Nothing);
    }

    [TestCase(1, 1, 1)]
    [TestCase(2, 1, 2)]
    [TestCase(8, 4, 8)]
    public void SoManyAtOnce(int processors, int interactions, int loads)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Together(processors, RunPart.Interaction), Is.EqualTo(interactions));
            Assert.That(Together(processors, RunPart.Load), Is.EqualTo(loads));
        });
    }

    [Test]
    public async Task WhoHasWaitedForATurnKeepsTheOthersOut()
    {
        var time = new FakeTimeProvider();
        var admission = On(2, time);
        var load = await EnteredAsync(admission, RunPart.Load);
        var interaction = admission.EnterAsync(RunPart.Interaction, default);

        var joins = admission.EnterAsync(RunPart.Load, default);
        Assert.That(joins.IsCompleted, "until then what runs is joined");
        time.Advance(Turn);
        (await joins).Dispose();
        var late = admission.EnterAsync(RunPart.Load, default);
        Assert.That(late.IsCompleted, Is.False);
        load.Dispose();
        Assert.That(async () => await interaction, Throws.Nothing);
        Assert.That(late.IsCompleted, Is.False);
    }

    [Test]
    public async Task WhatHangsStopsNoOtherRun()
    {
        var time = new FakeTimeProvider();
        var admission = On(2, time);
        _ = await EnteredAsync(admission, RunPart.Interaction);
        var load = admission.EnterAsync(RunPart.Load, default);

        time.Advance(Admission.Patience);
        (await load).Dispose();
        // It is waited for once, and not by everybody anew.
        await EnteredAsync(admission, RunPart.Interaction);
    }

    [Test]
    public async Task AWaitThatIsEndedHoldsNothing()
    {
        var admission = On(2, new FakeTimeProvider());
        var interaction = await EnteredAsync(admission, RunPart.Interaction);
        using var stop = new CancellationTokenSource();
        var load = admission.EnterAsync(RunPart.Load, stop.Token);

        await stop.CancelAsync();
        Assert.That(async () => await load, Throws.InstanceOf<OperationCanceledException>());
        interaction.Dispose();
        Assert.That(admission.EnterAsync(RunPart.Interaction, default).IsCompleted);
    }

    [Test]
    public async Task WhateverComesAndGoesInteractionsHaveTheMachineToThemselvesAndAllGetIn([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        var admission = On(random.Next(1, 9), new FakeTimeProvider());
        var (waiting, inside) = (new List<Entry>(), new List<Entry>());
        for (var come = 0; come < 200 || waiting.Count + inside.Count > 0;)
        {
            if (come < 200 && random.Next(2) == 0)
            {
                come++;
                var part = random.Next(2) == 0 ? RunPart.Interaction : RunPart.Load;
                waiting.Add(new(part, admission.EnterAsync(part, default)));
            }
            else if (inside.Count > 0)
            {
                var leaves = inside[random.Next(inside.Count)];
                inside.Remove(leaves);
                (await leaves.Admitted).Dispose();
            }
            else if (waiting.Count > 0)
            {
                await Task.WhenAny(waiting.Select(one => one.Admitted));
            }
            inside.AddRange(waiting.Where(one => one.Admitted.IsCompleted));
            waiting.RemoveAll(inside.Contains);
            Assert.That(inside.Select(one => one.Part).Distinct().Count(), Is.LessThanOrEqualTo(1));
        }
    }

    private static Admission On(int processors, TimeProvider time) => new(time, processors, () => true);

    private static async Task<IDisposable> EnteredAsync(Admission admission, RunPart part)
    {
        var entry = admission.EnterAsync(part, default);
        Assert.That(entry.IsCompleted);
        return await entry;
    }

    private static int Together(int processors, RunPart part)
    {
        var admission = On(processors, new FakeTimeProvider());
        return Enumerable.Range(0, 20).Count(_ => admission.EnterAsync(part, default).IsCompleted);
    }

    private sealed record Entry(RunPart Part, Task<IDisposable> Admitted);
}
