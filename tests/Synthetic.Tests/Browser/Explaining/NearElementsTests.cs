using Synthetic.Browser.Explaining;
using Synthetic.Core.Scenarios;

namespace Synthetic.Tests.Browser.Explaining;

internal sealed class NearElementsTests
{
    private static readonly SeenElement[] Page =
    [
        new() { Role = "heading", Name = "Create an account", Tag = "h1" },
        new() { Role = "link", Name = "Create this page [e]", Tag = "a" },
        new() { Role = "button", Name = "Sign in", Tag = "button#signin", Id = "signin", TestId = "sign-in" },
        new() { Role = "textbox", Name = "E-mail address", Placeholder = "you@example.com", Tag = "input" },
        new() { Text = "Terms and conditions apply", Tag = "p" },
    ];

    [TestCase(LocatorKind.Role, "link", "Create page", "Create this page [e]")]
    [TestCase(LocatorKind.Role, "link", "create this page", "Create this page [e]")]
    [TestCase(LocatorKind.Role, "link", "Sign-in", "Sign in")]
    [TestCase(LocatorKind.Text, "Term and condition", null, "Terms and conditions apply")]
    [TestCase(LocatorKind.Label, "Email address", null, "E-mail address")]
    [TestCase(LocatorKind.Placeholder, "you@example.org", null, "E-mail address")]
    [TestCase(LocatorKind.TestId, "signIn", null, "Sign in")]
    [TestCase(LocatorKind.Selector, "form > #sign-in", null, "Sign in")]
    [TestCase(LocatorKind.Selector, "text=Sign inn", null, "Sign in")]
    [TestCase(LocatorKind.Role, "button", "Place order", null)]
    [TestCase(LocatorKind.Role, "button", null, null)]
    [TestCase(LocatorKind.Selector, "main > div:nth-child(2)", null, null)]
    public void TheNearestIsTheOneThatAPersonWouldPick(LocatorKind kind, string value, string? name, string? expected)
    {
        var near = NearElements.Of(new Locator(kind, value, name), new Findings { Page = new PageLook { Elements = [null, .. Page] } });
        Assert.That(near.Count == 0 ? null : NearElements.NameOf(near[0].Element), Is.EqualTo(expected));
    }

    [Test]
    public void OfTwoThatAreAsNearTheOneOfTheRightRoleComesFirst()
    {
        SeenElement[] both = [new() { Role = "heading", Name = "Checkout" }, new() { Role = "button", Name = "Checkout" }];
        var near = NearElements.Of(new Locator(LocatorKind.Role, "button", "Check out"), new Findings { Page = new PageLook { Elements = both } });
        Assert.That(near[0].Element.Role, Is.EqualTo("button"));
    }
}
