namespace Synthetic.Core.Records;

/// <summary>The two windows of an interaction.</summary>
public enum WindowKind
{
    /// <summary>Input to next paint.</summary>
    Inp,
    /// <summary>Input to result.</summary>
    Response,
}
