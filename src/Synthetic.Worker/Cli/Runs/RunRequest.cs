using Synthetic.Core.Scenarios;
using Synthetic.Worker.Hosting;

namespace Synthetic.Worker.Cli.Runs;

/// <summary>What a run by hand was asked for.</summary>
internal sealed record RunRequest
{
    public required WorkerSettings Settings { get; init; }

    /// <summary>Takes the place of every scenario's base address; <c>null</c> to leave them.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>How often each scenario runs.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>Takes the place of every scenario's rule for following causes; <c>null</c> to leave them.</summary>
    public CauseRule? Causes { get; init; }

    /// <summary>Whether culprits are proven by replaying the interaction without them.</summary>
    public bool Prove { get; init; }

    /// <summary>Where each record is kept; <c>null</c> for nowhere.</summary>
    public string? Out { get; init; }

    /// <summary>The JUnit file; <c>null</c> for none.</summary>
    public string? JUnit { get; init; }

    public bool Headed { get; init; }

    public bool Json { get; init; }

    /// <summary>Whether a missing browser may be installed.</summary>
    public bool MayInstall { get; init; }
}
