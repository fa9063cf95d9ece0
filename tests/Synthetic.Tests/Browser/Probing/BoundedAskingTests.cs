using Microsoft.Extensions.Time.Testing;
using Synthetic.Browser.Probing;

namespace Synthetic.Tests.Browser.Probing;

[CancelAfter(20_000)]
public sealed class BoundedAskingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private FakeTimeProvider _time = null!;
    private Target[] _targets = null!;

    [SetUp]
    public void Prepare()
    {
        _time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        _targets = [.. Enumerable.Range(0, 1000).Select(_ => new Target())];
    }

    [Test]
    public async Task OnlySoManyAreAskedAtATimeTheFirstOnesFirst()
    {
        var sending = SendAsync();
        Assert.That(AskedSoFar(), Is.EqualTo(_targets.Take(BoundedAsking.AtOnce)));

        _targets[3].Answer.SetResult();
        await _targets[BoundedAsking.AtOnce].Asked.Task;
        Assert.That(_targets[BoundedAsking.AtOnce + 1].Asked.Task.IsCompleted, Is.False);
        Assert.That(sending.IsCompleted, Is.False);
    }

    [Test]
    public async Task OneThatDoesNotAnswerKeepsTheNextFromBeingAskedOnlySoLong()
    {
        var sending = SendAsync();
        _time.Advance(Patience);
        await _targets[(2 * BoundedAsking.AtOnce) - 1].Asked.Task;
        Assert.That(sending.IsCompleted, Is.False);
    }

    [Test]
    public async Task ThoseBeyondTheLimitAreNotAskedAtAll()
    {
        foreach (var target in _targets)
            target.Answer.SetResult();
        var answers = await SendAsync();
        Assert.That(answers, Has.Count.EqualTo(BoundedAsking.Limit));
        Assert.That(AskedSoFar(), Is.EqualTo(_targets.Take(BoundedAsking.Limit)));
    }

    [Test]
    public async Task AnAnswerThatFailsIsHandedOutAndHoldsNobodyUp()
    {
        _targets[0].Answer.SetException(new InvalidOperationException());
        foreach (var target in _targets.Skip(1))
            target.Answer.SetResult();
        var answers = await SendAsync();
        Assert.That(async () => await answers[0], Throws.InvalidOperationException);
    }

    private Task<IReadOnlyList<Task>> SendAsync() => BoundedAsking.SendAsync(_targets, t => t.AskAsync(), Patience, _time);

    private IEnumerable<Target> AskedSoFar() => _targets.Where(t => t.Asked.Task.IsCompleted);

    private sealed class Target
    {
        public TaskCompletionSource Asked { get; } = new();

        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task AskAsync()
        {
            Asked.SetResult();
            return Answer.Task;
        }
    }
}
