using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Synthetic.Tests.Logging;

/// <summary>What the code says of its properties, from the files that the compiler writes of doc comments.</summary>
internal static partial class DocComments
{
    private static readonly Dictionary<Assembly, Dictionary<string, XElement>> Known = [];

    /// <summary>The summary of a property, or of the parameter that it is made of; one line of plain text.</summary>
    public static string? Of(JsonPropertyInfo property)
    {
        var member = TypeSchema.Member(property);
        var type = member.DeclaringType!;
        var members = In(type.Assembly);
        var summary = members.GetValueOrDefault($"P:{type.FullName!.Replace('+', '.')}.{member.Name}")?.Element("summary")
            ?? members.GetValueOrDefault($"T:{type.FullName.Replace('+', '.')}")?.Elements("param").FirstOrDefault(one => one.Attribute("name")?.Value == member.Name);
        return summary is null ? null : Spaces().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim();
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Value.Length: > 0 } element => element.Value,
        // <see cref="P:Synthetic.Core.Records.RunRecord.Status"/>, <see langword="null"/>
        XElement element => element.Attributes().FirstOrDefault()?.Value is { } name ? name[(name.LastIndexOf('.') + 1)..] : "",
        _ => "",
    };

    private static Dictionary<string, XElement> In(Assembly assembly)
    {
        if (!Known.TryGetValue(assembly, out var members))
            Known[assembly] = members = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
                .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);
        return members;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
