using Synthetic.Core.ScenarioFiles.Keys;

namespace Synthetic.Tests.ScenarioFiles;

internal sealed class SelectorTextTests
{
    [TestCase("#buy")]
    [TestCase("a[href='/cart']:not(.old) > span + b ~ i, > em")]
    [TestCase("text=Buy >> visible=true")]
    [TestCase("text=\"say >> it\"")]
    [TestCase("\"Buy\"")]
    [TestCase("'Buy'")]
    [TestCase("//div[@id='a b']/button[1]")]
    [TestCase("(//a)[2]")]
    [TestCase("..")]
    [TestCase("xpath=//a[")]
    [TestCase("css=a[x=\"]\"]")]
    [TestCase("css:light=a")]
    [TestCase("*css=form >> button")]
    [TestCase("role=button[name=\"Place order\" i]")]
    [TestCase("data-testid=buy")]
    [TestCase("iframe >> internal:control=enter-frame >> button")]
    [TestCase(":nth-match(:text(\"Buy\"), 3)")]
    [TestCase("input:near(:text(\"Name\"), 50)")]
    [TestCase("button:has-text(\"{ ; }\")")]
    [TestCase("#\\31 st")]
    [TestCase("a[style*=\"url(x)\"")]
    [TestCase(".größe")]
    [TestCase("li >> nth=-1")]
    public void WhatADriverUnderstandsIsLetThrough(string selector) => Assert.That(SelectorText.Problem(selector), Is.Null);

    [TestCase("a)")]
    [TestCase("a >")]
    [TestCase("a,")]
    [TestCase(", a")]
    [TestCase("a > > b")]
    [TestCase("a.")]
    [TestCase("a {}")]
    [TestCase("a\\")]
    [TestCase("a >> ")]
    [TestCase("css=a[")]
    [TestCase("foo=bar")]
    public void WhatNobodyCanReadIsRefused(string selector) => Assert.That(SelectorText.Problem(selector), Is.Not.Null);
}
