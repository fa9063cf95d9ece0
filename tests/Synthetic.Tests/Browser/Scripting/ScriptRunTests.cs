using Microsoft.Extensions.Time.Testing;
using Synthetic.Browser.Scripting;
using Synthetic.Core.Evidence;
using Synthetic.Core.Scenarios;

namespace Synthetic.Tests.Browser.Scripting;

public sealed class ScriptRunTests
{
    private static readonly Scenario TenSeconds = new() { Name = "coded", Timeout = TimeSpan.FromSeconds(10) };

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private readonly List<string> _measured = [];

    [SetUp]
    public void Forget() => _measured.Clear();

    [Test]
    public async Task AScriptWhoseTimeIsUpByTheGivenClockFails()
    {
        var script = new Script(async (_, _) => await new TaskCompletionSource().Task);
        var running = GoAsync(script, CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(1));

        var failure = await running.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System);
        Assert.That((failure!.Kind, failure.Message), Is.EqualTo((FailureKind.Timeout, "Script: The operation has timed out.")));
    }

    [Test]
    public async Task AScriptThatRunsOnAfterItsTimeIsToldAndMeasuresNothingMore()
    {
        var goOn = new TaskCompletionSource();
        var told = new TaskCompletionSource<bool>();
        var script = new Script(async (steps, ct) =>
        {
            await steps.StepAsync("in time", _ => Task.CompletedTask);
            await goOn.Task;
            told.SetResult(ct.IsCancellationRequested);
            await steps.StepAsync("too late", _ => Task.CompletedTask);
        });
        var running = GoAsync(script, CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(1));
        await running.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System);
        goOn.SetResult();

        Assert.That(async () => await script.Running, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await told.Task, Is.True);
        Assert.That(_measured, Is.EqualTo(new[] { "in time" }));
    }

    [Test]
    public async Task AScriptThatRunsOnAfterItsRunWasStoppedMeasuresNothingMore()
    {
        using var stop = new CancellationTokenSource();
        var goOn = new TaskCompletionSource();
        var script = new Script(async (steps, _) =>
        {
            await goOn.Task;
            await steps.StepAsync("too late", _ => Task.CompletedTask);
        });
        var running = GoAsync(script, stop.Token);
        await stop.CancelAsync();
        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
        goOn.SetResult();

        Assert.That(async () => await script.Running, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_measured, Is.Empty);
    }

    [Test]
    public async Task AStepUnderWayWhenTheRunIsStoppedIsWaitedFor()
    {
        using var stop = new CancellationTokenSource();
        var gathered = new TaskCompletionSource<bool>();
        var script = new Script((steps, _) => steps.StepAsync("under way", _ => Task.CompletedTask));
        var running = ScriptRun.GoAsync(script, TenSeconds, BlankPage.Create(), (_, _) => gathered.Task, _time, stop.Token);
        await stop.CancelAsync();
        Assert.That(running.IsCompleted, Is.False, "the step still gathers its evidence");

        gathered.SetCanceled();
        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
    }

    private Task<Failure?> GoAsync(Script script, CancellationToken ct) =>
        ScriptRun.GoAsync(script, TenSeconds, BlankPage.Create(), MeasureAsync, _time, ct);

    private Task<bool> MeasureAsync(Step step, Func<float, Task> act)
    {
        _measured.Add(step.Name);
        return Task.FromResult(true);
    }

    private sealed class Script(Func<IScenarioSteps, CancellationToken, Task> run) : IScenarioScript
    {
        public Task Running { get; private set; } = Task.CompletedTask;

        public Task RunAsync(IScenarioSteps steps, CancellationToken ct) => Running = run(steps, ct);
    }
}
