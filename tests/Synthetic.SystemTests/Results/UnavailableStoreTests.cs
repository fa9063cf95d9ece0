using Synthetic.Results;

namespace Synthetic.SystemTests.Results;

[Parallelizable]
public sealed class UnavailableStoreTests
{
    [Test]
    public async Task AStoreThatCannotBeOpenedSaysWhyInOneSentenceAndWhatElseThereIs()
    {
        var file = Path.GetTempFileName();
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreFixture.WorkerAsync($"sqlite:{file}/results.db", TimeProvider.System));
        Assert.That(error!.Message, Does.Match(@"^results can't be kept in .+/results\.db: .+[^.]\. --store sqlite:PATH keeps them elsewhere, --store none not at all$"));
        File.Delete(file);
    }
}
