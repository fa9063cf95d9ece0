using System.Text;

namespace Synthetic.Shop;

/// <summary>The files of the front end, carried inside the assembly.</summary>
internal static class Assets
{
    internal static byte[] Read(string name)
    {
        // MSBuild names a resource after its folders.
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream($"Synthetic.Shop.wwwroot.{name}")
            ?? throw new InvalidOperationException($"The assembly carries no wwwroot/{name}");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    internal static string ReadText(string name) => Encoding.UTF8.GetString(Read(name));
}
