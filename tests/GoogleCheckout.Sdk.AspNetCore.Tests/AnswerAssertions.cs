using System.Net;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.AspNetCore;

/// <summary>What an answer has to be.</summary>
internal static class AnswerAssertions
{
    /// <summary>Asserts that the answer is the acknowledgment of the serial number.</summary>
    public static async Task AssertAcknowledgesAsync(this HttpResponseMessage answer, string? serialNumber)
    {
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Content.Headers.ContentType?.ToString(), Is.EqualTo("application/xml; charset=UTF-8"));
        Assert.That(CheckoutXml.Parse<NotificationAcknowledgment>(await answer.Content.ReadAsStreamAsync()).SerialNumber, Is.EqualTo(serialNumber));
    }

    /// <summary>Asserts that the answer is the status and not a word besides.</summary>
    public static async Task AssertRefusedAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.That(answer.StatusCode, Is.EqualTo(status));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That((answer.Content.Headers.ContentType, answer.Content.Headers.ContentLength), Is.EqualTo(((object?)null, (long?)0)));
    }
}
