using NUnit.Framework;

namespace GoogleCheckout.Documentation.Prose;

/// <summary>Documentation, comments and messages are in American English.</summary>
public class SpellingTests
{
    [SetUp]
    public void RequireHunspell()
    {
        if (!Spelling.IsInstalled)
        {
            Assert.Ignore("Hunspell is not installed, the spell checker: apt-get install hunspell hunspell-en-us");
        }
    }

    [Test]
    public void Prose_OfAllPagesAndSources_IsSpelledRight()
    {
        var passages = ProseFiles.Passages(Checkout.Current, _ => true);

        Violations.AssertNone(new Spelling(Checkout.Current).Check(passages));
    }

    [Test]
    public void WordList_IsSortedAndHasEachWordOnce()
    {
        var words = Checkout.Current.Read(Spelling.WordList).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(words, Is.EqualTo(words.Distinct().Order(StringComparer.Ordinal)), "run LC_ALL=C sort -u");
    }

    [Test]
    public void Check_WordsOfOtherEnglish_AreFound()
    {
        var passage = new Passage("page.md", 7, "The colour of a cheque\nneeds no licence.");

        var violations = new Spelling(Checkout.Current).Check([passage]).Select(violation => $"{violation.Line} {violation.Message.Split('"')[1]}");

        Assert.That(violations, Is.EqualTo(new[] { "7 colour", "7 cheque", "8 licence" }));
    }
}
