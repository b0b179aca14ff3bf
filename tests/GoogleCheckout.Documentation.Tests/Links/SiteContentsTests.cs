using System.Text.RegularExpressions;
using NUnit.Framework;

namespace GoogleCheckout.Documentation.Links;

/// <summary>The contents of the documentation site, which <c>eng/docs</c> builds.</summary>
public partial class SiteContentsTests
{
    private const string Contents = "docs/toc.yml";

    [Test]
    public void Contents_OfSite_ListEachGuideOnce()
    {
        var listed = Entry().Matches(Checkout.Current.Read(Contents)).Select(entry => entry.Groups["page"].Value).ToList();
        var guides = Checkout.Current.Files("docs", "*.md").Select(file => file["docs/".Length..]).Where(page => !page.Contains('/', StringComparison.Ordinal));

        Assert.That(listed.Where(page => !page.StartsWith("../", StringComparison.Ordinal)), Is.EquivalentTo(guides), $"list a new page in {Contents}");
    }

    [GeneratedRegex(@"^[ -]+href: (?<page>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
