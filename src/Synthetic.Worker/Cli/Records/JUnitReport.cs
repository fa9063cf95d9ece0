using System.Globalization;
using System.Text;
using System.Xml;
using Synthetic.Core.Records;

namespace Synthetic.Worker.Cli.Records;

/// <summary>Records as JUnit XML: a suite a scenario, a case a step and run.</summary>
internal static class JUnitReport
{
    public static string Of(IReadOnlyList<RunRecord> records)
    {
        var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("testsuites");
            foreach (var scenario in records.GroupBy(record => record.Scenario))
                Suite(xml, scenario.Key, [.. scenario]);
            xml.WriteEndElement();
        }

        return text + "\n";
    }

    private static void Suite(XmlWriter xml, string scenario, IReadOnlyList<RunRecord> records)
    {
        var cases = records
            .SelectMany((record, n) => JUnitCase.Of(record, records.Count > 1 ? $" (run {n + 1})" : ""))
            .ToList();
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", scenario);
        Attribute(xml, "tests", $"{cases.Count}");
        Attribute(xml, "failures", $"{cases.Count(one => one.Failure is not null)}");
        Attribute(xml, "errors", $"{cases.Count(one => one.Error is not null)}");
        Attribute(xml, "skipped", $"{cases.Count(one => one.Skipped is not null)}");
        Attribute(xml, "time", Seconds(records.Sum(record => record.DurationMs)));
        Attribute(xml, "timestamp", records[0].StartedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        foreach (var one in cases)
            Case(xml, scenario, one);
        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, string scenario, JUnitCase one)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", scenario);
        Attribute(xml, "name", one.Name);
        Attribute(xml, "time", Seconds(one.Ms));
        if (one.Skipped is "")
            xml.WriteElementString("skipped", null);
        else
            Problem(xml, "skipped", one.Skipped);
        Problem(xml, "failure", one.Failure);
        Problem(xml, "error", one.Error);
        xml.WriteEndElement();
    }

    private static void Problem(XmlWriter xml, string element, string? text)
    {
        if (text is null)
            return;
        xml.WriteStartElement(element);
        Attribute(xml, "message", text.Split('\n')[0].Trim());
        xml.WriteString(Valid(text));
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Valid(value));

    private static string Seconds(double ms) => (ms / 1000).ToString("0.000", CultureInfo.InvariantCulture);

    // XML has no way to write most control characters and half surrogates, not even escaped.
    private static string Valid(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
                valid.Append(rune.ToString());
        }

        return valid.ToString();
    }

    private sealed class Utf8Text : StringWriter
    {
        public override Encoding Encoding { get; } = new UTF8Encoding(false);
    }
}
