using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Shapes;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>What the actions take that put something into a field.</summary>
internal static class InputShapes
{
    private static readonly TextShape Text = new("a text", 0, 100_000) { Lines = true };

    private static readonly Shape<FileConfig> File = new ShortOrFullShape<FileConfig>(
        "a file's path, an object like { \"name\": \"note.txt\", \"text\": \"…\" }, or an array of them",
        new TextShape("a file's path", 1, 4000),
        path => new FileConfig { Path = path },
        new ObjectShape<FileConfig>("madeFile")
            .Key("name", new TextShape("a file's name", 1, 255), (file, name) => file.Name = name, "The name that the page gets to know.")
            .Key("mimeType", new TextShape("a type like \"text/plain\"", 1, 255), (file, type) => file.MimeType = type, "The type that it is told; default: text/plain.")
            .Key("text", Text, (file, text) => file.Text = text, "What is in it.")
            .Rule(new RequiredKey("name"))
            .Rule(new RequiredKey("text")));

    public static Shape<string> Key { get; } = new TextShape("a key like \"Enter\" or \"Control+A\"", 1, 100) { Problem = (text, _) => KeyNames.Problem(text) };
    public static Shape<InputConfig> Fill { get; } = Into("fill", Text, "Text the field gets; it replaces what is there.");
    public static Shape<InputConfig> Type { get; } = Into("type", Text, "Text to type, key by key.");

    public static Shape<InputConfig> Select { get; } = Target("select")
        .Key("value", new OneOrMoreShape<string>("options", new TextShape("an option or an array of them", 1, 4000)), (input, texts) => input.Values = texts, "Value or label of an option, or several.");

    public static Shape<InputConfig> Upload { get; } = Target("upload")
        .Key("value", new OneOrMoreShape<FileConfig>("files", File), SetFiles, "Path of a file, a file made up here, or several.");

    public static Shape<InputConfig> Press { get; } = new ShortOrFullShape<InputConfig>(
        "a key like \"Enter\", or an object with \"into\" and \"value\"",
        Key,
        key => new InputConfig { Values = [key] },
        Into("press", Key, "Key or chord."));

    private static ObjectShape<InputConfig> Into(string name, Shape<string> value, string description) =>
        Target(name).Key("value", value, (input, text) => input.Values = [text], description);

    private static ObjectShape<InputConfig> Target(string name) => new ObjectShape<InputConfig>(name, "{ \"into\": LOCATOR, \"value\": … }")
        .Key("into", LocatorShapes.Locator, (input, locator) => input.Into = locator, "The element.")
        .Rule(new RequiredKey("into"))
        .Rule(new RequiredKey("value"));

    private static void SetFiles(InputConfig input, IReadOnlyList<FileConfig> files)
    {
        input.Values = [.. files.Select(file => file.Path).OfType<string>()];
        input.Files = [.. files.Where(file => file.Path is null)];
    }
}
