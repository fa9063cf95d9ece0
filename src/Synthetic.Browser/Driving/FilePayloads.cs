using System.Text;
using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>The files of an upload where some of them are made up: then all of them go through the driver's memory.</summary>
internal static class FilePayloads
{
    /// <exception cref="IOException">A file can't be read.</exception>
    public static IEnumerable<FilePayload> Of(Step step) =>
    [
        .. step.Values.Select(path => new FilePayload { Name = Path.GetFileName(path), MimeType = "application/octet-stream", Buffer = File.ReadAllBytes(path) }),
        .. step.Files.Select(file => new FilePayload { Name = file.Name, MimeType = file.MimeType, Buffer = Encoding.UTF8.GetBytes(file.Text) }),
    ];
}
