using Microsoft.AspNetCore.Builder;

namespace Synthetic.SystemTests.Driving;

/// <summary>A fixture whose tests share one warm browser and one site of their own.</summary>
public abstract class SiteFixture
{
    private protected Rig Rig { get; private set; } = null!;

    private protected TestSite Site { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        Rig = new Rig();
        Site = await TestSite.StartAsync(Map);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await Site.DisposeAsync();
        await Rig.DisposeAsync();
    }

    /// <summary>Says what the site serves.</summary>
    protected abstract void Map(WebApplication app);
}
