using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Observing;

/// <summary>
/// The error page that ends the step under way. Responses come on the driver's threads, at any moment: one that comes between two
/// steps belongs to neither.
/// </summary>
internal sealed class ErrorPageOfStep
{
    private readonly Lock _lock = new();
    private TaskCompletionSource<Failure>? _current;

    /// <summary>A step begins.</summary>
    /// <returns>Ends with the step's first error page; never ends where it has none.</returns>
    public Task<Failure> BeginStep()
    {
        lock (_lock)
        {
            _current = new TaskCompletionSource<Failure>(TaskCreationOptions.RunContinuationsAsynchronously);
            return _current.Task;
        }
    }

    /// <summary>The step is over: what comes from now on does not belong to it.</summary>
    public void EndStep()
    {
        lock (_lock)
            _current = null;
    }

    /// <summary>A page was answered with an error.</summary>
    public void Report(Failure failure)
    {
        lock (_lock)
            _current?.TrySetResult(failure);
    }
}
