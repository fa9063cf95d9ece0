namespace Synthetic.Browser.Installing;

/// <summary>One way of getting a browser onto the machine.</summary>
internal interface IInstallation
{
    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>Why it cannot even be tried here; <c>null</c> where it can.</summary>
    public string? WhyNot();

    /// <summary>Tries it, and says what it runs before it runs it.</summary>
    /// <returns>Why it failed; <c>null</c> where it worked.</returns>
    /// <exception cref="OperationCanceledException">Cancelled, or out of time.</exception>
    public Task<string?> InstallAsync(bool headed, Action<string> say, CancellationToken ct);
}
