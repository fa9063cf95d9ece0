using System.Security.Cryptography;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>What a run has of its own as it begins.</summary>
internal static class RunStart
{
    public static RunVariables Variables(TimeProvider time) => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)), time.GetUtcNow());
}
