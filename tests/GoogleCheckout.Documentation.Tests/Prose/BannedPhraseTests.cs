using NUnit.Framework;

namespace GoogleCheckout.Documentation.Prose;

/// <summary>Documentation, comments and messages are in plain English.</summary>
public class BannedPhraseTests
{
    [Test]
    public void Prose_OfAllPagesAndSources_HasNoBannedPhrase()
    {
        Violations.AssertNone(BannedPhrase.Check(Checkout.Current, ProseFiles.Passages(Checkout.Current, _ => true)));
    }

    [TestCase("docs/page.md", "The SDK can\ncarry   out the command.", "carry out")]
    [TestCase("docs/page.md", "¶Whoever calls it\u00B6", "Whoever")]
    [TestCase("src/A/B.cs", "\u00B6 What it returns.", "What")]
    [TestCase("docs/page.md", "\u00B6 What it returns.", null)]
    [TestCase("src/GoogleCheckout.Sdk/A.cs", "Finds faults.", "faults")]
    [TestCase("src/GoogleCheckout.Sandbox/A.cs", "Injects faults.", null)]
    [TestCase("docs/page.md", "The path where it is stored; the code stands for a state.", null)]
    public void Check_OfAPassage_FindsWhatIsBannedThere(string file, string text, string? phrase)
    {
        var violations = BannedPhrase.Check(Checkout.Current, [new Passage(file, 1, text)]);

        Assert.That(violations.Select(violation => violation.Message.Split('"')[1]), Is.EqualTo(phrase is null ? Array.Empty<string>() : [phrase]));
    }
}
