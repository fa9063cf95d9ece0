using Synthetic.Core.Records;
using Synthetic.Worker.Terminal;
using Synthetic.Worker.Terminal.Runs;

namespace Synthetic.Tests.Terminal.Runs;

internal sealed class BudgetTableTests
{
    [Test]
    public void ALimitOverTheBaselineSaysWhereItIsFromOrWhyThereIsNone()
    {
        BudgetResult[] budgets =
        [
            new("response", "Place order", 494.4, 839.2, false) { BaselineMs = 412, Percent = 20 },
            new("inp", "Place order", null, 48, null) { Percent = 20, Reason = "no baseline yet: 7 of 20 runs" },
            new("server.db", null, 200, 150, true),
        ];
        var lines = BudgetTable.Of(budgets, Screen.Of(80, unicode: true, colour: false)).Select(line => line.ToString());
        Assert.That(string.Join('\n', lines), Is.EqualTo("""
              budgets
              ✗ response     839 ms of 494 ms  70 % over    Place order
                  baseline 412 ms + 20 %
              ? inp           48 ms of none    not judged   Place order
                  no baseline yet: 7 of 20 runs
              ✓ server.db    150 ms of 200 ms               whole run
            """));
    }
}
