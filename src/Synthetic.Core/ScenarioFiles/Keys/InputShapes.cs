using System.Text.Json;
using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Shapes;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>What the actions take that put something into a field.</summary>
internal static class InputShapes
{
    private static readonly TextShape Text = new("a text", 0, 100_000) { Lines = true };
    private static readonly TextShape Key = new("a key like \"Enter\" or \"Control+A\"", 1, 100) { Problem = (text, _) => KeyNames.Problem(text) };
    private static readonly TextShape Item = new("a text", 1, 4000);

    public static Shape<InputConfig> Fill { get; } = Into("fill", Text, "Text the field gets; it replaces what is there.");
    public static Shape<InputConfig> Type { get; } = Into("type", Text, "Text to type, key by key.");
    public static Shape<InputConfig> Select { get; } = Into("select", Several("an option"), "Value or label of an option, or several.");
    public static Shape<InputConfig> Upload { get; } = Into("upload", Several("a file's path"), "Path of a file, or several.");

    public static Shape<InputConfig> Press { get; } = new ShortOrFullShape<InputConfig>(
        "a key like \"Enter\", or an object with \"into\" and \"value\"",
        Key,
        key => new InputConfig { Values = [key] },
        Into("press", Key, "Key or chord."));

    private static ObjectShape<InputConfig> Into(string name, Shape<string> value, string description) =>
        Target(name).Key("value", value, (input, text) => input.Values = [text], description);

    private static ObjectShape<InputConfig> Into(string name, Shape<IReadOnlyList<string>> value, string description) =>
        Target(name).Key("value", value, (input, texts) => input.Values = texts, description);

    private static ObjectShape<InputConfig> Target(string name) => new ObjectShape<InputConfig>(name, "{ \"into\": LOCATOR, \"value\": … }")
        .Key("into", LocatorShapes.Locator, (input, locator) => input.Into = locator, "The element.")
        .Rule(new RequiredKey("into"))
        .Rule(new RequiredKey("value"));

    private static ShortOrFullShape<IReadOnlyList<string>> Several(string what) =>
        new($"{what} or an array of them", Item, text => [text], new ListShape<string>(Item, "texts"), JsonTokenType.StartArray);
}
