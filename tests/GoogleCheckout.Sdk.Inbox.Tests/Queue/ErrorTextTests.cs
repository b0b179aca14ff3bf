using NUnit.Framework;

namespace GoogleCheckout.Inbox.Queue;

public class ErrorTextTests
{
    [Test]
    public void Of_TextThatNoDatabaseTakes_IsTextThatEachTakes()
    {
        var text = ErrorText.Of(new NotSupportedException("a\0b\ud800c"));

        Assert.That(text, Does.EndWith("a\ufffdb\ufffdc"));
    }

    [Test]
    public void Of_LongText_IsCut()
    {
        var text = ErrorText.Of(new NotSupportedException(string.Concat(Enumerable.Repeat("\U0001F600", 4000))));

        Assert.That(text, Has.Length.EqualTo(4000));
    }
}
