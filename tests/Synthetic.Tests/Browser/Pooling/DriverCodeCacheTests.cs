using Synthetic.Browser.Pooling;
using Synthetic.Tests.Browser.Finding;

namespace Synthetic.Tests.Browser.Pooling;

internal sealed class DriverCodeCacheTests
{
    [Test]
    public void IsInTheUsersCache() =>
        Assert.That(DriverCodeCache.FolderOf(new FakeMachine()), Is.EqualTo("/home/me/.cache/synthetic/driver-code"));

    [Test]
    public void IsWhereTheUserPutsCaches() =>
        Assert.That(DriverCodeCache.FolderOf(new FakeMachine().Set("XDG_CACHE_HOME", "/tmp/cache")), Is.EqualTo("/tmp/cache/synthetic/driver-code"));

    [Test]
    public void LeavesAloneWhatTheUserHasSet() =>
        Assert.That(DriverCodeCache.FolderOf(new FakeMachine().Set(DriverCodeCache.Variable, "/elsewhere")), Is.Null);

    [Test]
    public void IsNowhereWithoutAHome() =>
        Assert.That(DriverCodeCache.FolderOf(new FakeMachine().Set("HOME", "")), Is.Null);
}
