using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Callbacks;

/// <summary>What an answer has to be.</summary>
internal static class CallbackAssertions
{
    /// <summary>The serial number that the answer acknowledges.</summary>
    public static string? Acknowledged(this CallbackResponse answer)
    {
        Assert.That((answer.StatusCode, answer.ContentType), Is.EqualTo((200, "application/xml; charset=UTF-8")));
        return CheckoutXml.Parse<NotificationAcknowledgment>(answer.Body).SerialNumber;
    }

    /// <summary>Asserts that the answer is the status and nothing else.</summary>
    public static void AssertRefused(this CallbackResponse answer, int status)
    {
        Assert.That(answer.StatusCode, Is.EqualTo(status));
        Assert.That((answer.Body.IsEmpty, answer.ContentType), Is.EqualTo((true, (string?)null)), "it tells the sender nothing");
        Assert.That(answer.Headers.Count, Is.EqualTo(status is 401 or 405 ? 1 : 0));
    }
}
