using NUnit.Framework;

namespace GoogleCheckout.Documentation.Links;

/// <summary>A reader who follows a link gets there.</summary>
public class LinkTests
{
    [Test]
    public void RelativeLinks_OfAllPages_LeadToFilesAndHeadings()
    {
        Violations.AssertNone(LinkCheck.Check(Checkout.Current));
    }

    [Test]
    public void Anchors_OfHeadings_AreThoseOfGitHub()
    {
        var page = new MarkdownPage("page.md", "# The `Money` type: what's new?\n\n## Refunds\n\n```\n# no heading\n```\n\n## Refunds\n\n## [Settings](s.md) & more\n");

        Assert.That(page.Anchors(), Is.EquivalentTo(new[] { "the-money-type-whats-new", "refunds", "refunds-1", "settings--more" }));
    }

    [Test]
    public void Links_OfAPage_AreFoundWithTheirLines()
    {
        var page = new MarkdownPage("page.md", "A [link](a.md#b),\na ![picture](p.svg \"title\"), `[code](c.md)`\n\n[r]: d.md\n<img src=\"i.png\">\n");

        Assert.That(page.Links(), Is.EquivalentTo(new[] { ("a.md#b", 1), ("p.svg", 2), ("d.md", 4), ("i.png", 5) }));
    }
}
