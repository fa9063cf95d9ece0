using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;

namespace Synthetic.SystemTests.Driving;

/// <summary>Runs of one worker at the same time.</summary>
[TestFixture]
[CancelAfter(120_000)]
public sealed class BesideEachOtherTests
{
    /// <summary>Says when its click was handled, and shows it.</summary>
    private const string Working = """
        <button id=go>go</button><p id=out></p>
        <script>
          document.getElementById('go').onclick = async () => {
            const now = () => performance.timeOrigin + performance.now();
            const from = now();
            while (now() < from + 200);
            const to = now();
            await fetch(`/worked?from=${from}&to=${to}`);
            document.getElementById('out').textContent = 'done';
          };
        </script>
        """;

    [Test]
    public async Task NoPageIsLoadedWhileAnotherRunsClickIsHandled(CancellationToken ct)
    {
        var (loads, works) = (new ConcurrentBag<double>(), new ConcurrentBag<(double From, double To)>());
        await using var site = await TestSite.StartAsync(app =>
        {
            app.MapGet("/", () => TestSite.Page(Working));
            app.MapGet("/worked", (string from, string to) => works.Add((Number(from), Number(to))));
            app.MapGet("/other", () =>
            {
                loads.Add((TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds);
                return TestSite.Page("<p>other</p>");
            });
        });
        await using var rig = new Rig();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        async Task LoadAsync()
        {
            while (!enough.IsCancellationRequested)
                await rig.RunAsync(A.Scenario(site.Uri, A.Goto("/other")), ct);
        }

        var loading = Task.WhenAll(LoadAsync(), LoadAsync());
        for (var n = 0; n < 5; n++)
            WrittenScenario.AssertPassed(await rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("#go", A.Text("done"))), ct));
        await enough.CancelAsync();
        await loading;

        Assert.Multiple(() =>
        {
            Assert.That(works, Has.Count.EqualTo(5));
            Assert.That(loads, Has.Count.GreaterThan(5), "the others went on meanwhile");
            Assert.That(loads.Where(load => works.Any(work => load > work.From && load < work.To)), Is.Empty);
        });
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
