using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Driving;

/// <summary>Waits for a step's work, and ends the wait early where the page died or was answered with an error.</summary>
/// <param name="pageEnded">Ends when the page can't go on.</param>
/// <param name="errorPage">Ends when the step's page was answered with an error status.</param>
/// <param name="grace">How much longer than its timeout work is waited for: Playwright keeps the time too, and says more.</param>
/// <param name="time">The driver's clock.</param>
internal sealed class StepRace(Task<Failure> pageEnded, Task<Failure> errorPage, TimeSpan grace, TimeProvider time)
{
    /// <summary>How long the page's end may come after the error of an action that it broke off.</summary>
    private static readonly TimeSpan EndingDelay = TimeSpan.FromMilliseconds(300);

    /// <summary>Waits for the work's result.</summary>
    /// <exception cref="StepEndedException">The page can't go on.</exception>
    /// <exception cref="TimeoutException">The work took longer than it may.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<T> WaitAsync<T>(Task<T> work, TimeSpan timeout, CancellationToken ct)
    {
        var first = await Task.WhenAny(work, pageEnded, errorPage).WaitAsync(timeout + grace, time, ct);
        // An action that was under way when the page died fails too, with a message that explains less.
        if (first == work && work.IsFaulted)
            await Task.WhenAny(pageEnded, Task.Delay(EndingDelay, time, ct));
        if (pageEnded.IsCompleted)
            throw new StepEndedException(await pageEnded);
        if (errorPage.IsCompleted)
            throw new StepEndedException(await errorPage);
        return await work;
    }
}

/// <summary>The page can't go on: it died, or was answered with an error.</summary>
internal sealed class StepEndedException(Failure failure) : Exception(failure.Message)
{
    public Failure Failure => failure;
}
