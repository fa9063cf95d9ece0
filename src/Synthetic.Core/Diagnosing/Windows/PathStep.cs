using Synthetic.Core.Diagnosing.Requests;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>A request that a result waited for.</summary>
/// <param name="Request">The request, as far as it was waited for.</param>
/// <param name="Reason">Why it is taken to have been waited for, in a few words.</param>
internal sealed record PathStep(Request Request, string Reason);
