using NUnit.Framework;

namespace GoogleCheckout.Inbox.Queue;

public class ErrorTextTests
{
    [Test]
    public void FromException_InvalidCharacters_AreReplaced()
    {
        var text = ErrorText.FromException(new NotSupportedException("a\0b\ud800c"));

        Assert.That(text, Does.EndWith("a\ufffdb\ufffdc"));
    }

    [Test]
    public void FromException_LongText_IsTruncated()
    {
        var text = ErrorText.FromException(new NotSupportedException(string.Concat(Enumerable.Repeat("\U0001F600", 4000))));

        Assert.That(text, Has.Length.EqualTo(4000));
    }
}
