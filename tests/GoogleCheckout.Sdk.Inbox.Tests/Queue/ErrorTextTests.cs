using NUnit.Framework;

namespace GoogleCheckout.Inbox.Queue;

public class ErrorTextTests
{
    [Test]
    public void FromException_InvalidCharacters_AreEscaped()
    {
        var text = ErrorText.FromException(new NotSupportedException("a\0b\ud800c\u001b[31m\nd"));

        Assert.That(text, Does.EndWith("a\\u0000b\\ud800c\\u001b[31m\nd"));
    }

    [Test]
    public void FromException_LongText_IsTruncated()
    {
        var text = ErrorText.FromException(new NotSupportedException(string.Concat(Enumerable.Repeat("\U0001F600", 4000))));

        Assert.That(text, Has.Length.InRange(4000, 4010));
    }
}
