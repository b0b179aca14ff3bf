using System.Reflection;
using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Conventions;

/// <summary>ToString contains neither buyer data nor secrets, in case it is logged by accident.</summary>
public class ToStringTests
{
    private const string Secret = "secret of the buyer";

    private static readonly Type[] AboutBuyers =
    [
        typeof(Address),
        typeof(AnonymousAddress),
        typeof(BuyerMessage),
        typeof(DigitalContent),
        typeof(MerchantCodeAdjustment),
        typeof(MerchantCodeResult),
        typeof(MerchantCodeString),
        typeof(PrivateData),
        typeof(RiskInformation),
        typeof(StructuredName),
    ];

    // In a record of any type.
    private static readonly string[] NamesOfSecrets =
    [
        "Address1", "Address2", "Code", "CompanyName", "ContactName", "Email", "Fax", "FirstName", "IpAddress", "Key", "LastName",
        "MerchantPrivateData", "MerchantPrivateItemData", "Message", "PartialCcNumber", "Phone", "Text",
    ];

    // These identify a message and an address in a log.
    private static readonly string[] Names =
    [
        $"{nameof(Notification)}.{nameof(Notification.SerialNumber)}",
        $"{nameof(Notification)}.{nameof(Notification.GoogleOrderNumber)}",
        $"{nameof(AnonymousAddress)}.{nameof(AnonymousAddress.Id)}",
        $"{nameof(CheckoutRedirect)}.{nameof(CheckoutRedirect.SerialNumber)}",
        $"{nameof(CheckoutRedirect)}.{nameof(CheckoutRedirect.RedirectUrl)}",
    ];

    [TestCaseSource(nameof(Records))]
    public void ToString_OfAFilledRecord_ContainsNoSecret(Type type)
    {
        var record = FilledRecord.Of(type, TextFor);

        Assert.That(record.ToString(), Does.Not.Contain(Secret));
    }

    [TestCaseSource(nameof(Messages))]
    public void ToString_OfAMessage_ContainsItsTypeAndWhatIdentifiesIt(Type type)
    {
        var message = FilledRecord.Of(type, _ => Secret);

        Assert.That(
            message.ToString(),
            Is.EqualTo(
                typeof(Notification).IsAssignableFrom(type) ? $"{type.Name} {Secret} of order {Secret}"
                : type == typeof(CheckoutRedirect) ? $"{type.Name} {Secret} to {Secret}"
                : type.Name));
    }

    [TestCase("1-2", "CheckoutRedirect 1-2 to https://shop.example/buy?cart=7")]
    [TestCase(null, "CheckoutRedirect to https://shop.example/buy?cart=7")]
    public void ToString_OfARedirect_HasItsUrl(string? serialNumber, string expected)
    {
        Assert.That(new CheckoutRedirect { RedirectUrl = "https://shop.example/buy?cart=7", SerialNumber = serialNumber }.ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void SecretProperties_Exist()
    {
        var names = typeof(CheckoutMessage).Assembly.GetExportedTypes().SelectMany(type => type.GetProperties()).Select(property => property.Name);

        Assert.That(NamesOfSecrets.Except(names), Is.Empty);
    }

    private static IEnumerable<TestCaseData> Records() => Cases(type => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null);

    private static IEnumerable<TestCaseData> Messages() => Cases(typeof(CheckoutMessage).IsAssignableFrom);

    private static IEnumerable<TestCaseData> Cases(Func<Type, bool> predicate) => typeof(CheckoutMessage).Assembly.GetExportedTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type != typeof(PrivateData) && predicate(type))
        .Select(type => new TestCaseData(type).SetArgDisplayNames(type.Name));

    private static string TextFor(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        var isSecret = NamesOfSecrets.Contains(property.Name)
            || AboutBuyers.Any(listed => listed.IsAssignableFrom(type))
            || typeof(CheckoutMessage).IsAssignableFrom(type);
        return isSecret && !Names.Contains($"{type.Name}.{property.Name}") ? Secret : "plain";
    }
}
