using System.Globalization;
using System.Text;
using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>Documents that deviate from the schema as those of real senders did.</summary>
public class ReadingTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";

    private static string Charge(string inside = "", string timestamp = "2012-10-10T02:10:58.178Z") => $"""
        <charge-amount-notification xmlns="{Namespace}" serial-number="S-1">
          <google-order-number>100000000000001</google-order-number>
          <latest-charge-amount currency="USD">12.50</latest-charge-amount>
          <total-charge-amount currency="USD">30.00</total-charge-amount>{inside}
          <timestamp>{timestamp}</timestamp>
        </charge-amount-notification>
        """;

    [Test]
    public void Parse_DocumentWithByteOrderMark_KeepsItInOriginalXml()
    {
        byte[] document = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Charge())];

        var message = CheckoutXml.Parse(document.AsMemory());

        Assert.That(message.OriginalXml.ToArray(), Is.EqualTo(document));
    }

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("iso-8859-1")]
    public void Parse_TextWithEncoding_OriginalXmlCanBeReadAgain(string encoding)
    {
        var document = $"<?xml version='1.0' encoding='{encoding}'?><error xmlns='{Namespace}' serial-number='1'><error-message>Café</error-message></error>";

        var message = CheckoutXml.Parse(document);
        var again = CheckoutXml.Parse<ErrorResponse>(message.OriginalXml);

        Assert.That((((ErrorResponse)message).ErrorMessage, again.ErrorMessage), Is.EqualTo(("Café", "Café")));
    }

    [TestCase("buyer-id", "g-294873")]
    [TestCase("buyer-id", "")]
    [TestCase("buyer-id", "99999999999999999999")]
    [TestCase("purchase-date", "yesterday")]
    [TestCase("archived", "no")]
    [TestCase("email-allowed", "yes")]
    [TestCase("buyer-account-age", "a year")]
    public void Parse_ValueOnWhichNothingDependsIsInvalid_IsNull(string element, string value)
    {
        var count = 0;
        foreach (var root in WireFacts.Table.Roots.Keys)
        {
            var document = SampleDocuments.Full(root);
            foreach (var found in document.Descendants().Where(found => found.Name.LocalName == element && found.Parent!.Name.LocalName != "shopping-cart"))
            {
                found.Value = value;
                count++;
            }

            Assert.That(() => CheckoutXml.Parse(document), Throws.Nothing, root);
        }

        Assert.That(count, Is.GreaterThan(0));
    }

    [TestCase("google-order-number", "")]
    [TestCase("order-total", "much")]
    [TestCase("timestamp", "yesterday")]
    [TestCase("quantity", "two")]
    public void Parse_ValueThatMattersIsInvalid_Throws(string element, string value)
    {
        var document = SampleDocuments.Full("new-order-notification");
        document.Descendants().First(found => found.Name.LocalName == element).Value = value;

        Assert.That(() => CheckoutXml.Parse(document), Throws.TypeOf<CheckoutXmlException>().With.Property(nameof(CheckoutXmlException.Path)).Contains(element));
    }

    [TestCase("2012-10-10T00:00:00", "2012-10-10T00:00:00", DateTimeKind.Unspecified)]
    [TestCase("2012-10-10T00:00:00.5", "2012-10-10T00:00:00.5", DateTimeKind.Unspecified)]
    [TestCase("2012-10-10T00:00:00Z", "2012-10-10T00:00:00Z", DateTimeKind.Utc)]
    [TestCase(" 2012-10-10T00:00:00+02:00 ", "2012-10-09T22:00:00Z", DateTimeKind.Utc)]
    [TestCase("2012-10-10T00:00:00.25-07:00", "2012-10-10T07:00:00.25Z", DateTimeKind.Utc)]
    public void Write_DateOfAnOrderListRequest_KeepsWhetherItHasAnOffset(string date, string written, DateTimeKind kind)
    {
        var request = CheckoutXml.Parse<OrderListRequest>($"<order-list-request xmlns='{Namespace}' start-date='{date}' end-date='2012-10-20T00:00:00'/>");

        Assert.That((request.StartDate.Kind, request.EndDate.Kind), Is.EqualTo((kind, DateTimeKind.Unspecified)));
        Assert.That(request.ToXElement().Attribute("start-date")!.Value, Is.EqualTo(written));
    }

    [Test]
    public void Parse_BetaNamespace_ReadsAsTheSame()
    {
        var beta = CheckoutXml.Parse(Charge().Replace("schema/2", "schema/2-beta1", StringComparison.Ordinal));

        Assert.That(beta, Is.EqualTo(CheckoutXml.Parse(Charge())));
    }

    [TestCase("charge-order")]
    [TestCase("charge-and-ship-order")]
    [TestCase("refund-order")]
    public void Parse_CommandWithAnEmptyAmount_ThrowsAndDoesNotMeanTheFullAmount(string root)
    {
        var document = $"<{root} xmlns='{Namespace}' google-order-number='100000000000001'><amount currency='USD'/></{root}>";

        var exception = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse(document))!;

        Assert.That((exception.Path, exception.Message.Contains("must not be empty", StringComparison.Ordinal)), Is.EqualTo(($"/{root}/amount", true)));
    }

    [Test]
    public void Parse_UnknownElementsAndAttributes_AreSkipped()
    {
        var charge = CheckoutXml.Parse<ChargeAmountNotification>(Charge(inside: "<pin odd='1'>1<b><timestamp/></b></pin><x:y xmlns:x='urn:x'/>"));

        Assert.That(charge.TotalChargeAmount, Is.EqualTo(new Money(30m, "USD")));
    }

    [Test]
    public void Parse_ValuesPaddedWithWhiteSpace_AreRead()
    {
        var charge = CheckoutXml.Parse<ChargeAmountNotification>(Charge(timestamp: "\n   2012-10-10T02:10:58.178Z \t"));

        Assert.That(charge.Timestamp, Is.EqualTo(new DateTimeOffset(2012, 10, 10, 2, 10, 58, 178, TimeSpan.Zero)));
    }

    [Test]
    public void Parse_AmountWithoutCurrency_HasEmptyCurrency()
    {
        var charge = CheckoutXml.Parse<ChargeAmountNotification>(Charge(inside: "<latest-promotion-charge-amount>0.0</latest-promotion-charge-amount>"));

        Assert.That(charge.LatestPromotionChargeAmount, Is.EqualTo(new Money(0m, string.Empty)));
    }

    [Test]
    public void Parse_UnknownRoot_ReturnsUnknownMessage()
    {
        var message = CheckoutXml.Parse("<gc:unheard-of xmlns:gc='urn:other'>x</gc:unheard-of>");

        Assert.That(message, Is.EqualTo(new UnknownMessage { RootName = "unheard-of", RootNamespace = "urn:other" }));
    }

    [Test]
    public void Parse_UnknownNotification_HasItsSerialAndOrderNumber()
    {
        var message = CheckoutXml.Parse<Notification>(Charge().Replace("charge-amount-notification", "gift-sent-notification", StringComparison.Ordinal));

        Assert.Multiple(() =>
        {
            Assert.That(message, Is.TypeOf<UnknownNotification>().With.Property(nameof(UnknownNotification.RootName)).EqualTo("gift-sent-notification"));
            Assert.That((message.SerialNumber, message.GoogleOrderNumber), Is.EqualTo(("S-1", "100000000000001")));
            Assert.That(message.Timestamp, Is.Not.Null);
        });
    }

    [Test]
    public void Parse_SubscriptionRequestReceived_NamesTheNewOrder()
    {
        var response = CheckoutXml.Parse<RequestReceivedResponse>($"<subscription-request-received xmlns='{Namespace}' serial-number='1'><new-google-order-number> 7 </new-google-order-number></subscription-request-received>");

        Assert.That(response.NewGoogleOrderNumber, Is.EqualTo("7"));
    }

    [TestCase("2012-10-10T02:10:58.178Z", "2012-10-10T02:10:58.1780000+00:00")]
    [TestCase("2012-10-10T02:10:58", "2012-10-10T02:10:58.0000000+00:00")]
    [TestCase("2012-10-09T21:10:58-05:00", "2012-10-09T21:10:58.0000000-05:00")]
    [TestCase("2012-10-10T02:10:58.123456789Z", "2012-10-10T02:10:58.1234567+00:00")]
    public void Parse_Time_IsTheSameInEveryZone(string written, string expected)
    {
        foreach (var zone in new[] { "America/New_York", "Asia/Kolkata", "UTC" })
        {
            InZone(zone, () =>
            {
                var charge = CheckoutXml.Parse<ChargeAmountNotification>(Charge(timestamp: written));

                Assert.That(charge.Timestamp!.Value.ToString("O", CultureInfo.InvariantCulture), Is.EqualTo(expected), zone);
            });
        }
    }

    [TestCase("de-DE")]
    [TestCase("ar-SA")]
    [TestCase("th-TH")]
    public void ParseAndWrite_InAnotherCulture_AreTheSame(string culture)
    {
        var expected = CheckoutXml.Parse(Charge()).ToXmlString();
        var current = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Multiple(() =>
            {
                Assert.That(CheckoutXml.Parse(Charge()).ToXmlString(), Is.EqualTo(expected));
                Assert.That(new Money(-1234.5m, "USD").ToString(), Is.EqualTo("-1234.5 USD"));
            });
        }
        finally
        {
            CultureInfo.CurrentCulture = current;
        }
    }

    [Test]
    public void With_OnAReceivedMessage_DropsTheOriginalXmlWhichEqualityIgnores()
    {
        var message = CheckoutXml.Parse<ChargeAmountNotification>(Charge());

        var copy = message with { };

        Assert.Multiple(() =>
        {
            Assert.That(copy.OriginalXml.IsEmpty);
            Assert.That(copy, Is.EqualTo(message));
            Assert.That(message with { SerialNumber = "S-2" }, Is.Not.EqualTo(message));
        });
    }

    [Test]
    public void ToString_OfANotification_IsTypeSerialAndOrderNumber()
    {
        Assert.That(CheckoutXml.Parse(Charge()).ToString(), Is.EqualTo("ChargeAmountNotification S-1 of order 100000000000001"));
    }

    [TestCase(" \n")]
    [TestCase("<![CDATA[ ]]>")]
    [TestCase("<b> </b>")]
    [TestCase(" <![CDATA[\t]]><b xml:space='preserve'> </b>")]
    public void Parse_TextOfWhiteSpaceAlone_IsEmptyHoweverItIsWritten(string whiteSpace)
    {
        var message = CheckoutXml.Parse<CancelOrderRequest>($"<cancel-order xmlns='{Namespace}' google-order-number='1'><reason>Late</reason><comment>{whiteSpace}</comment></cancel-order>");

        Assert.Multiple(() =>
        {
            Assert.That(message.Comment, Is.Empty);
            Assert.That(CheckoutXml.Parse(message.ToXmlString()), Is.EqualTo(message));
        });
    }

    [Test]
    public void Parse_NotificationInsideAResponse_HasItsOriginalXml()
    {
        var response = CheckoutXml.Parse<RequestReceivedResponse>($"<request-received xmlns='{Namespace}' serial-number='1'>{Charge("<odd a='&quot;&amp;&#10;'>&lt;<![CDATA[<x>]]></odd>")}</request-received>");

        var notification = response.ChargeAmountNotification!;
        var original = XElement.Parse(Encoding.UTF8.GetString(notification.OriginalXml.Span));

        Assert.Multiple(() =>
        {
            Assert.That(CheckoutXml.Parse(notification.OriginalXml), Is.EqualTo(notification));
            Assert.That((string?)original.Element(XName.Get("odd", Namespace)), Is.EqualTo("<<x>"), "unknown elements are kept too");
            Assert.That((string?)original.Element(XName.Get("odd", Namespace))?.Attribute("a"), Is.EqualTo("\"&\n"));
        });
    }

    private static void InZone(string zone, Action act)
    {
        var current = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            Assume.That(TimeZoneInfo.Local.Id, Is.EqualTo(zone).Or.EqualTo("Etc/UTC"), "this machine has no time zone data");
            act();
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", current);
            TimeZoneInfo.ClearCachedData();
        }
    }
}
