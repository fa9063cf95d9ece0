using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>When the scripts came that were asked for up to an instant.</summary>
internal sealed class ScriptLoads
{
    private readonly double[] _ends;

    /// <param name="requests">All requests of the run.</param>
    /// <param name="end">What is asked for from then on is not of these.</param>
    public ScriptLoads(IEnumerable<Request> requests, double end)
    {
        Request[] scripts = [.. requests.Where(r => (r.Initiator == "script" || r.Exchange?.ResourceType == "script") && r.Start < end)];
        _ends = [.. scripts.Select(r => r.End).OfType<double>().Order()];
        Pending = scripts.Any(r => r is { End: null, Error: null });
    }

    /// <summary>Whether one of them never came and did not fail.</summary>
    public bool Pending { get; }

    /// <summary>When the last of those came that were still to come at an instant; <c>null</c> for none.</summary>
    /// <param name="after">The instant.</param>
    /// <param name="until">What came after this does not count; <c>null</c> where all do.</param>
    public double? LastEnd(double after, double? until)
    {
        var count = Ascending.UpTo(_ends.Length, i => _ends[i], until ?? double.PositiveInfinity);
        return count > 0 && _ends[count - 1] > after ? _ends[count - 1] : null;
    }
}
