using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>A list that equals another of the same elements: records that hold it compare by value.</summary>
internal sealed class ComponentList(IEnumerable<SegmentComponent> components) : List<SegmentComponent>(components), IEquatable<ComponentList>
{
    public bool Equals(ComponentList? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as ComponentList);

    public override int GetHashCode() => this.Aggregate(17, HashCode.Combine);
}
