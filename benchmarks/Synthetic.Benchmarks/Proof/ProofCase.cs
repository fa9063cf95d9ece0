namespace Synthetic.Benchmarks.Proof;

/// <summary>A fault of the shop, what a proof takes away of it, and the shop that really is without that.</summary>
/// <param name="Faults">What is wrong with the shop when the proof is made.</param>
/// <param name="Removed">What the arm in question takes away, as effects name it.</param>
/// <param name="Without">What is wrong with the shop afterwards.</param>
internal sealed record ProofCase(string Faults, string Removed, string Without)
{
    /// <summary>Every way of being slow that a replay can take away.</summary>
    public static IReadOnlyList<ProofCase> All { get; } =
    [
        new("db=400 sync=1", "db", "sync=1"),
        new("db=400", "db", ""),
        new("cache=250", "cache", ""),
        new("cache=250 sync=1", "cache", "sync=1"),
        new("auth=250", "auth", ""),
        new("external=250", "external", ""),
        new("transit=250", "transit", ""),
        new("transit=250 sync=1", "transit", "sync=1"),
        new("third-party=250", "third parties", ""),
        new("handler=300", "main thread", ""),
        new("post=250", "main thread", ""),
        new("serial=5 db=80", "parallelize", "parallel=5 db=80"),
        new("duplicate=5 db=80", "memoize", "duplicate=1 db=80"),
        new("navigate=1 db=400", "db", "navigate=1"),
        new("navigate=1 transit=250", "transit", "navigate=1"),
        new("db=200 cache=150", "db", "cache=150"),
    ];
}
