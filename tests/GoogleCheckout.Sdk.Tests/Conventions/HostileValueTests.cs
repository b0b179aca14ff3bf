using System.Text;
using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Conventions;

/// <summary>
/// Whatever a record contains, a public entry throws what its documentation names, and nothing else. The entries for records that the
/// caller has built, of which the compiler may not have seen the nulls, also accept null where the type says that there is none.
/// </summary>
public class HostileValueTests
{
    private const int Records = 200;

    private static readonly CheckoutOptions Options = new() { MerchantId = "1234567890", MerchantKey = "key", Environment = CheckoutEnvironment.Sandbox };

    private static readonly (string Name, Type[] Documented, Action<HostileRecord> Call)[] Entries =
    [
        ("CartValidator.Validate", [], values => values.Create<CheckoutShoppingCart>().Validate()),
        ("CartValidator.Validate for an account", [], values => values.Create<CheckoutShoppingCart>().Validate(new CheckoutOptions { Environment = CheckoutEnvironment.Production })),
        ("CartCalculator.Calculate", [typeof(ArgumentException), typeof(OverflowException)], values => CartCalculator.Calculate(values.Create<CheckoutShoppingCart>(), values.Create<CartSelections>())),
        ("CartCalculator.GetShippingOptions", [], values => CartCalculator.GetShippingOptions(values.Create<CheckoutShoppingCart>(), values.Create<Address>())),
        ("ShippingRestrictions.Allows", [], values => values.Create<ShippingRestrictions>().Allows(values.Create<Address>())),
        ("ShippingRestrictions.GetUnsupportedCountries", [], values => values.Create<ShippingRestrictions>().GetUnsupportedCountries()),
        ("Area.Contains", [], values => values.Create<Area>().Contains(values.Create<Address>())),
        ("NotificationValidator.Validate", [], values => new NotificationValidator().Validate(values.Create<Notification>())),
        ("MerchantCalculationValidator", [], values => MerchantCalculationValidator.Validate(values.Create<MerchantCalculationCallback>(), values.Create<MerchantCalculationResults>(), values.Create<MerchantCalculations>())),
        ("OrderRules.GetActions", [typeof(InvalidOperationException)], values => OrderRules.GetActions(values.Create<OrderStatus>())),
        ("OrderRules.Chargeable", [typeof(InvalidOperationException)], values => OrderRules.Chargeable(values.Create<OrderStatus>())),
        ("OrderRules.Refundable", [typeof(InvalidOperationException)], values => OrderRules.Refundable(values.Create<OrderStatus>())),
        ("OrderRules.GetRejectionReason", [typeof(InvalidOperationException)], values => OrderRules.GetRejectionReason(values.Create<OrderCommand>(), values.Create<OrderStatus>())),
        ("OrderRules.FindSubscriptions", [], values => OrderRules.FindSubscriptions(values.Create<ShoppingCart>(), values.Create<ShoppingCart>())),
        ("OrderStatus.FromSummary", [], values => OrderStatus.FromSummary(values.Create<OrderSummary>())),
        ("OrderStatus.FromNotification", [typeof(InvalidOperationException)], values => OrderStatus.FromNotification(values.Create<Notification>())),
        ("OrderStatus.Apply", [typeof(InvalidOperationException)], values => values.Create<OrderStatus>().Apply(values.Create<Notification>())),
        ("ChargePolicy.Evaluate", [typeof(InvalidOperationException)], values => values.Create<ChargePolicy>().Evaluate(values.Create<OrderStatus>(), DateTimeOffset.MaxValue)),
        ("ChargePolicy.Evaluate an amount", [typeof(InvalidOperationException)], values => values.Create<ChargePolicy>().Evaluate(values.Create<OrderStatus>(), DateTimeOffset.MinValue, values.Create<Money>())),
        ("ChargePolicy.Evaluate a notification", [typeof(InvalidOperationException)], values => values.Create<ChargePolicy>().Evaluate(values.Create<Notification>(), DateTimeOffset.UnixEpoch)),
        ("CheckoutXml.ToBytes", [typeof(ArgumentException)], values => CheckoutXml.ToBytes(values.Create<CheckoutMessage>())),
        ("CheckoutForm.Sign and ToHtml", [typeof(ArgumentException)], values => CheckoutForm.Sign(values.Create<CheckoutShoppingCart>(), Options, skipValidation: true).ToHtml(values.Create<CheckoutButton>())),
        ("NameValueSignature.IsAuthentic", [], values => NameValueSignature.IsAuthentic(Fields(values), "key")),
        ("PostedCart", [typeof(FormatException), typeof(CheckoutXmlException)], values => PostedCart.FromFields(Fields(values)).ToCart()),
        ("NotificationParser", [], values => NotificationParser.GetSerialNumber(Encoding.UTF8.GetBytes($"serial-number=%{values.Create<string>()}&{NotificationParser.IsXml(values.Create<string>())}"))),
        ("NotificationAuthenticator.IsAuthentic", [], values => new NotificationAuthenticator("1234567890", "key").IsAuthentic($"Basic {values.Create<string>()}")),
        ("Money.TryParse", [], values => Money.TryParse($"{values.Create<decimal>()}{values.Create<string>()} {values.Create<string>()}", out _)),
        ("PrivateData.FromText", [typeof(ArgumentException)], values => PrivateData.FromText(values.Create<string>())),
        ("ToString", [], values => values.Create<CheckoutMessage>().ToString()),
        ("Money.ToString", [], values => values.Create<Money>().ToString()),
    ];

    private static readonly string[] EntriesForCallers = ["CartValidator.Validate", "CartValidator.Validate for an account", "CheckoutXml.ToBytes", "ToString"];

    private static IEnumerable<TestCaseData> Cases() => Entries.Select(entry => new TestCaseData(entry.Name, false))
        .Concat(EntriesForCallers.Select(name => new TestCaseData(name, true)));

    [TestCaseSource(nameof(Cases))]
    public void Entry_HostileValues_ThrowsWhatIsDocumented(string name, bool withNulls)
    {
        var entry = Array.Find(Entries, candidate => candidate.Name == name);
        var undocumented = Enumerable.Range(0, Records)
            .Select(seed => (Seed: seed, Exception: Catch(() => entry.Call(new HostileRecord(new Random(seed), withNulls)))))
            .Where(result => result.Exception is not null && !Array.Exists(entry.Documented, type => type.IsInstanceOfType(result.Exception)));

        Assert.That(undocumented.Select(result => $"seed {result.Seed}: {result.Exception}").Take(3), Is.Empty);
    }

    private static KeyValuePair<string, string>[] Fields(HostileRecord values) =>
        [new(values.Create<string>(), values.Create<string>()), new("cart", values.Create<string>()), new("signature", values.Create<string>()), default];

    private static Exception? Catch(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}
