namespace Synthetic.Worker.Logging;

/// <summary>
/// Where the worker says what happens: one line an event. Writing never throws, but it waits for the console: a reader
/// of standard output that stalls with its pipe full stalls the worker.
/// </summary>
internal interface IEventLog
{
    void Write(WorkerEvent what);
}
