using Synthetic.Core.Running;

namespace Synthetic.Worker.Cli.Runs;

/// <summary>A source of evidence and what has to end with it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Resource">Its browsers; <c>null</c> where there is nothing to end.</param>
internal sealed record OpenEvidence(IEvidenceSource Source, IAsyncDisposable? Resource) : IAsyncDisposable
{
    /// <summary>Runs steps again without their suspects; <c>null</c> where the source can't.</summary>
    public IExperiments? Experiments => Source as IExperiments;

    public ValueTask DisposeAsync() => Resource?.DisposeAsync() ?? default;
}
