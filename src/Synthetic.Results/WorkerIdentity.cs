namespace Synthetic.Results;

/// <summary>Which worker writes.</summary>
/// <param name="Id">Another one at each start.</param>
/// <param name="Location">Where it runs scenarios.</param>
internal sealed record WorkerIdentity(string Id, string Location);
