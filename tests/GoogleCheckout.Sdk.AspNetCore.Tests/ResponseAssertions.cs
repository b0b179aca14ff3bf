using System.Net;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.AspNetCore;

/// <summary>Assertions about responses.</summary>
internal static class ResponseAssertions
{
    /// <summary>Asserts that the response acknowledges the serial number.</summary>
    public static async Task AssertAcknowledgesAsync(this HttpResponseMessage response, string? serialNumber)
    {
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("application/xml; charset=UTF-8"));
        Assert.That(CheckoutXml.Parse<NotificationAcknowledgment>(await response.Content.ReadAsStreamAsync()).SerialNumber, Is.EqualTo(serialNumber));
    }

    /// <summary>Asserts that the response has the status and no body.</summary>
    public static async Task AssertRejectedAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That((response.Content.Headers.ContentType, response.Content.Headers.ContentLength), Is.EqualTo(((object?)null, (long?)0)));
    }
}
