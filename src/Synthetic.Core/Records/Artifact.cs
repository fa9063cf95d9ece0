namespace Synthetic.Core.Records;

/// <summary>A file kept beside a record.</summary>
/// <param name="Kind"><c>screenshot</c>, <c>trace</c>.</param>
/// <param name="Path">Where it lies, relative to the record.</param>
public sealed record Artifact(string Kind, string Path);
