using Synthetic.Worker.Scheduling;

namespace Synthetic.Worker.Cli;

/// <summary>What a run by hand was asked for.</summary>
internal sealed record RunRequest
{
    internal required WorkerSettings Settings { get; init; }

    /// <summary>Takes the place of every scenario's base address; <c>null</c> to leave them.</summary>
    internal Uri? BaseUrl { get; init; }

    /// <summary>How often each scenario runs.</summary>
    internal int Repeat { get; init; } = 1;

    /// <summary>Whether culprits are proven by replaying the interaction without them.</summary>
    internal bool Prove { get; init; }

    /// <summary>Where each record is kept; <c>null</c> for nowhere.</summary>
    internal string? Out { get; init; }

    /// <summary>The JUnit file; <c>null</c> for none.</summary>
    internal string? JUnit { get; init; }

    internal bool Headed { get; init; }

    internal bool Json { get; init; }

    /// <summary>Whether a missing browser may be installed.</summary>
    internal bool MayInstall { get; init; }
}
