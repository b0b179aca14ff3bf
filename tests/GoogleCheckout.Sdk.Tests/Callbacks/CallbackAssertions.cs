using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Callbacks;

/// <summary>Assertions about responses.</summary>
internal static class CallbackAssertions
{
    /// <summary>Asserts that the response is an acknowledgment, and returns its serial number.</summary>
    public static string? Acknowledged(this CallbackResponse response)
    {
        Assert.That((response.StatusCode, response.ContentType), Is.EqualTo((200, "application/xml; charset=UTF-8")));
        return CheckoutXml.Parse<NotificationAcknowledgment>(response.Body).SerialNumber;
    }

    /// <summary>Asserts that the response has the status and no body.</summary>
    public static void AssertRejected(this CallbackResponse response, int status)
    {
        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That((response.Body.IsEmpty, response.ContentType), Is.EqualTo((true, (string?)null)), "details are not returned to the sender");
        Assert.That(response.Headers.Count, Is.EqualTo(status is 401 or 405 ? 1 : 0));
    }
}
