using ArchUnitNET.Loader;
using Synthetic.Core.Records;

namespace Synthetic.Tests.Architecture;

/// <summary>Core's rooms refer to each other in one direction: what stands below knows nothing of what stands above.</summary>
[TestFixture]
internal sealed class NamespaceTests
{
    private const string Core = "Synthetic.Core.";

    /// <summary>Each room and the rooms that it may know.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Basics"] = [],
        ["Secrets"] = [],
        ["ServerTiming"] = ["Basics"],
        ["Scenarios"] = ["Basics", "Secrets"],
        ["Evidence"] = ["Basics", "ServerTiming", "Scenarios"],
        ["Records"] = ["Basics", "ServerTiming", "Evidence", "Scenarios"],
        ["Metrics"] = ["Basics", "ServerTiming", "Evidence", "Records"],
        ["ScenarioFiles"] = ["Basics", "Secrets", "Scenarios", "Metrics", "Records"],
        ["Diagnosing.Tolerances"] = [],
        ["Diagnosing.Requests"] = ["Basics", "ServerTiming", "Evidence", "Records", "Diagnosing.Tolerances"],
        ["Diagnosing.Interactions"] = ["Basics", "Evidence", "Records", "Diagnosing.Tolerances"],
        ["Diagnosing.Windows"] = ["Basics", "Evidence", "Records", "Diagnosing.Tolerances", "Diagnosing.Requests", "Diagnosing.Interactions"],
        ["Diagnosing.Verdicts"] = ["Basics", "ServerTiming", "Evidence", "Records", "Diagnosing.Tolerances", "Diagnosing.Requests", "Diagnosing.Interactions", "Diagnosing.Windows"],
        ["Diagnosing"] = ["Basics", "Evidence", "Records", "Diagnosing.Tolerances", "Diagnosing.Requests", "Diagnosing.Interactions", "Diagnosing.Windows", "Diagnosing.Verdicts"],
        ["Advising"] = ["Basics", "ServerTiming", "Evidence", "Records", "Diagnosing", "Diagnosing.Tolerances", "Diagnosing.Requests", "Diagnosing.Interactions", "Diagnosing.Windows"],
        ["Proving"] = ["Basics", "ServerTiming", "Evidence", "Records", "Diagnosing.Requests"],
        ["Deriving"] = ["Basics", "Scenarios", "Evidence", "Records", "Metrics", "Diagnosing", "Diagnosing.Interactions", "Diagnosing.Requests", "Diagnosing.Windows", "Diagnosing.Verdicts", "Advising", "Proving"],
        ["Running"] = ["Basics", "Secrets", "Scenarios", "Evidence", "Records", "Proving", "Deriving"],
        ["Tracing"] = ["Basics", "Secrets", "ServerTiming", "Evidence", "Records", "Diagnosing", "Diagnosing.Requests", "Diagnosing.Interactions"],
        ["Baselines"] = [],
        ["Alerting"] = ["Basics", "Scenarios", "ServerTiming", "Evidence", "Records", "Metrics"],
        ["Reporting"] = ["Basics", "ServerTiming", "Scenarios", "Records", "Metrics", "Baselines", "Alerting"],
    };

    [Test]
    public void ARoomKnowsOnlyTheRoomsBelowIt()
    {
        var types = new ArchLoader().LoadAssemblies(typeof(RunRecord).Assembly).Build().Types.Where(type => type.Namespace?.FullName.StartsWith(Core, StringComparison.Ordinal) == true);
        string[] wrong =
        [
            .. (from type in types
                from dependency in type.Dependencies
                let target = dependency.Target
                where target.Namespace?.FullName.StartsWith(Core, StringComparison.Ordinal) == true
                let room = RoomOf(type.Namespace.FullName, type.Name)
                let known = RoomOf(target.Namespace.FullName, target.Name)
                where room != known && !MayKnow[room].Contains(known)
                select $"{room} knows {known}: {type.FullName} → {target.FullName}").Distinct().Order(StringComparer.Ordinal),
        ];
        Assert.That(string.Join("\n", wrong), Is.Empty);
    }

    [Test]
    public void NoRoomIsKnownByOneBelowIt()
    {
        var above = new Dictionary<string, int>();
        int Height(string room) => above.TryGetValue(room, out var height) ? height
            : above[room] = MayKnow[room].Select(below => Height(below) + 1).DefaultIfEmpty(0).Max();
        Assert.That(MayKnow.All(room => room.Value.All(below => Height(below) < Height(room.Key))));
    }

    /// <summary>The folders below Diagnosing are rooms of their own, and its tolerances stand below all of them; other folders within a room only sort its files.</summary>
    private static string RoomOf(string space, string type)
    {
        var parts = space[Core.Length..].Split('.');
        return parts[0] != "Diagnosing" ? parts[0] : parts.Length > 1 ? $"Diagnosing.{parts[1]}" : type == "Tolerances" ? "Diagnosing.Tolerances" : "Diagnosing";
    }
}
