using Synthetic.Browser;
using Synthetic.Browser.Probing;

namespace Synthetic.Tests.Browser.Probing;

public sealed class ScriptTextTests
{
    [TestCase("  let a = 1;\n\n\tlet b = 2;", "let a = 1;\nlet b = 2;\n", Description = "what lines begin with")]
    [TestCase("// @ts-check\nlet a = 1; // one", "let a = 1; // one\n", Description = "lines of comment")]
    [TestCase("/** One. */\nlet a = 1;", "let a = 1;\n", Description = "a comment of one line")]
    [TestCase("/**\n * One.\n * let b = 2;\n */\nlet a = 1;", "let a = 1;\n", Description = "a comment of several")]
    [TestCase("/** @type {any} */ (window).a = 1;", "(window).a = 1;\n", Description = "what follows a comment on its line")]
    [TestCase("let a = '/* none */'; /* one */", "let a = '/* none */'; /* one */\n", Description = "what begins behind something else")]
    public void LinesOfCommentAndWhatLinesBeginWithAreTakenAway(string script, string expected) => Assert.That(ScriptText.ForDocuments(script), Is.EqualTo(expected));

    [TestCase("const a = () => {\n};  // one")]
    [TestCase("const a = () => {\n}; // one\nconst b = () => {\n};")]
    [TestCase("/* one")]
    public void WhatItWouldDamageIsRefused(string script) => Assert.That(() => ScriptText.ForDocuments(script), Throws.ArgumentException);

    [Test]
    public void EachScriptOfTheProbeIsOneThatItCanTake()
    {
        var all = typeof(ScriptText).Assembly.GetManifestResourceNames().Where(name => name.Contains(".Probing.InPage.", StringComparison.Ordinal)).ToArray();

        Assert.That(all, Is.Not.Empty);
        foreach (var name in all)
            Assert.That(() => ScriptText.ForDocuments(EmbeddedScript.Read(name["Synthetic.Browser.".Length..])), Throws.Nothing, name);
    }

    [Test]
    public void FunctionsThatStandOnTheirOwnAreCompiledAtOnce() =>
        Assert.That(
            ScriptText.ForDocuments("const outer = (a, b) => {\n  const inner = c => {\n    c();\n  };\n  inner(a);\n};\nconst one = 1;"),
            Is.EqualTo("const outer = ((a, b) => {\nconst inner = c => {\nc();\n};\ninner(a);\n});\nconst one = 1;\n"));
}
