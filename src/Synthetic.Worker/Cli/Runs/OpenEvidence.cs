using Synthetic.Browser.Pooling;
using Synthetic.Core.Running;

namespace Synthetic.Worker.Cli.Runs;

/// <summary>What is needed to run scenarios, until it is disposed of. Whoever opens it says what there is.</summary>
/// <param name="Source">Runs scenarios.</param>
internal sealed record OpenEvidence(IEvidenceSource Source) : IAsyncDisposable
{
    /// <summary>Runs steps again without their suspects; <c>null</c> where that can't be done.</summary>
    public IExperiments? Experiments { get; init; }

    /// <summary>The browsers, which end with this; <c>null</c> where there are none.</summary>
    public BrowserPool? Browsers { get; init; }

    public ValueTask DisposeAsync() => Browsers?.DisposeAsync() ?? default;
}
