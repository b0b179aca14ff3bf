using System.Diagnostics;
using System.Text;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Pages.MerchantCenter;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The names of messages, the command of curl, and times in the console.</summary>
public class ConsoleTextTests
{
    private static readonly CheckoutMessage[] Requests =
    [
        new Hello(), SampleCarts.Books, new ChargeOrderRequest { GoogleOrderNumber = "1" }, new CreateOrderRecurrenceRequest { GoogleOrderNumber = "1", ShoppingCart = SampleCarts.Books.ShoppingCart },
        new ArchiveOrderRequest { GoogleOrderNumber = "1" }, new NotificationHistoryRequest { SerialNumber = "1" }, new NotificationDataTokenRequest { StartTime = default },
    ];

    private static IEnumerable<CheckoutMessage> Messages() => [.. Requests, .. SampleNotifications.All];

    [TestCaseSource(nameof(Messages))]
    public void GetKind_EachMessage_IsItsRootElement(CheckoutMessage message)
    {
        Assert.That(ConsoleMessages.GetKind(message), Is.EqualTo(message.ToXElement().Name.LocalName));
        Assert.That(FaultForm.RequestKinds.Concat(FaultForm.NotificationKinds), Does.Contain(ConsoleMessages.GetKind(message)));
    }

    [Test]
    public void Kinds_OfFaults_AreRootElementsOfTheSchema()
    {
        foreach (var kind in FaultForm.RequestKinds.Concat(FaultForm.NotificationKinds))
        {
            var violations = CheckoutXml.ValidateSchema($"<{kind} xmlns=\"http://checkout.google.com/schema/2\"/>");

            Assert.That(violations.Where(violation => violation.Kind == SchemaViolationKind.UnknownElement), Is.Empty, kind);
        }
    }

    [Test]
    [Platform("Linux")]
    public async Task Curl_HostileBodyAndUrl_SendsBothUnchanged()
    {
        const string Body = "<a b='$HOME `id` $(id) \\'>\nBODY\n'; exit 1; '</a>";
        var message = new ConsoleMessage
        {
            Id = "delivery-1",
            Time = default,
            IsSent = true,
            Kind = "a",
            Address = "http://localhost/a?b='$(id)",
            ContentType = "application/xml; charset=UTF-8",
            Duration = default,
            Outcome = new StateBadge("sent", "good"),
            GetBody = () => Encoding.UTF8.GetBytes(Body),
            GetResponseBody = () => default,
        };
        using var shell = Process.Start(new ProcessStartInfo("sh") { RedirectStandardInput = true, RedirectStandardOutput = true })!;

        await shell.StandardInput.WriteAsync($"curl() {{ for part in \"$@\"; do echo \"[$part]\"; done; cat; }}\nMERCHANT_ID=id MERCHANT_KEY='k e y'\n{CurlCommand.Create(message)}");
        shell.StandardInput.Close();

        Assert.That(await shell.StandardOutput.ReadToEndAsync(), Is.EqualTo($"[http://localhost/a?b='$(id)]\n[--user]\n[id:k e y]\n[--header]\n[Content-Type: application/xml; charset=UTF-8]\n[--data-binary]\n[@-]\n{Body}\n"));
        Assert.That(CurlCommand.Create(message with { IsSent = false }), Is.Null);
        Assert.That(CurlCommand.Create(message with { Address = null }), Is.Null);
    }

    [TestCase(-1, "0 s")]
    [TestCase(0.2, "1 s")]
    [TestCase(59, "59 s")]
    [TestCase(61, "1 min 1 s")]
    [TestCase(3_600, "1 h 0 min")]
    [TestCase(90_000, "1 d 1 h")]
    public void FormatWait_Seconds_HasTwoUnits(double seconds, string text) => Assert.That(PageTime.FormatWait(TimeSpan.FromSeconds(seconds)), Is.EqualTo(text));

    [TestCase(0.25, "0.3 ms")]
    [TestCase(1_234, "1234 ms")]
    [TestCase(12_345, "12.3 s")]
    public void FormatDuration_Milliseconds_HasOneUnit(double milliseconds, string text) => Assert.That(PageTime.FormatDuration(TimeSpan.FromMilliseconds(milliseconds)), Is.EqualTo(text));
}
