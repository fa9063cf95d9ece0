using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Driving;

/// <summary>The steps of a run so far. After it was closed it takes no more: code that runs on after its time changes no evidence.</summary>
internal sealed class StepLog
{
    private readonly Lock _lock = new();
    private readonly List<StepEvidence> _steps = [];
    private bool _closed;

    /// <summary>Adds a step that is over; does nothing once the log is closed.</summary>
    public void Add(StepEvidence step)
    {
        lock (_lock)
        {
            if (!_closed)
                _steps.Add(step);
        }
    }

    /// <summary>Takes no more steps from now on.</summary>
    /// <returns>The steps until now, in the order in which they ended.</returns>
    public IReadOnlyList<StepEvidence> Close()
    {
        lock (_lock)
        {
            _closed = true;
            return [.. _steps];
        }
    }
}
