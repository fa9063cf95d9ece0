namespace Synthetic.Core.Evidence;

/// <summary>
/// How long a page's main thread was busy in a step, by the browser's own counters, in milliseconds. Work in pieces too short for
/// any entry is in it, and so is what the driver itself asked of the page.
/// </summary>
/// <param name="TaskMs">All tasks together, in the thread's own processor time: what others did with the processor meanwhile is no work of the page.</param>
/// <param name="ScriptMs">Script, a part of them, by the clock.</param>
/// <param name="LayoutMs">Layout, a part of them, by the clock.</param>
/// <param name="StyleMs">Style, a part of them, by the clock.</param>
public sealed record MainThreadTime(double TaskMs, double ScriptMs, double LayoutMs, double StyleMs);
