using NUnit.Framework;

namespace GoogleCheckout.Documentation.Prose;

/// <summary>Prose is separated from code, and keeps its lines.</summary>
public class ProseTests
{
    [Test]
    public void Markdown_WithCodeAndLinks_LeavesTheWords()
    {
        var passage = MarkdownProse.Read("page.md", "# A `Cart`\n\n```csharp\nvar code = 1;\n```\nSee [the guide](guide.md) at https://example.com.\n<!-- hidden -->\n- Last");

        Assert.That(Words(passage), Is.EqualTo("6:See 6:the 6:guide 6:at 8:Last"));
    }

    [Test]
    public void Source_WithCommentsAndMessages_LeavesTheWords()
    {
        const string code = """
            /// <summary>Sends <paramref name="cart"/>, as <c>POST</c>
            /// to &lt;here&gt;.</summary>
            class Sender
            {
                const string Sql = "SELECT a FROM b WHERE is not c";

                // Keeps order.
                // Second line.
                void Send(int cart) => throw new ArgumentException($"Number {cart} has failed.");

                string Say() => "it has failed" + "key";
            }
            """;

        var words = SourceProse.Read("Sender.cs", code).Select(Words);

        Assert.That(words, Is.EqualTo(new[] { "1:Sends 1:as 2:to 2:here", "7:Keeps 7:order 8:Second 8:line", "9:Number 9:has 9:failed", "11:it 11:has 11:failed" }));
    }

    [TestCase("The order's state", "The", "order", "state")]
    [TestCase("Run --urls and CheckoutOptions.Timeout, then appsettings.json in src/.", "Run", "and", "then", "in")]
    [TestCase("the up-to-date cart of 12kg: order-state (HTTPS)", "the", "cart", "of", "order", "state", "HTTPS")]
    public void Words_OfAText_AreThoseThatADictionaryHas(string text, params string[] words)
    {
        Assert.That(Spelling.Words(text).Select(word => word.Word), Is.EqualTo(words));
    }

    private static string Words(Passage passage) =>
        string.Join(' ', Spelling.Words(passage.Text).Select(word => $"{passage.LineAt(word.Offset)}:{word.Word}"));
}
