using System.Xml.Linq;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Carts;

/// <summary>Tests methods that take any number of values: as separate arguments, an array, a sequence or a collection expression.</summary>
public class CollectionParameterTests
{
    private static readonly Item Tea = new() { ItemName = "Tea", ItemDescription = "100 g", UnitPrice = new Money(6m, "USD"), Quantity = 1 };

    private static readonly Pickup Shop = new() { Name = "Shop", Price = new Money(0m, "USD") };

    private static readonly DefaultTaxRule Rule = new() { Rate = 0.1m, TaxArea = new WorldArea() };

    private static readonly XElement Order = new("order", 7);

    [Test]
    public void EveryForm_SameValues_ReturnsTheSameResult()
    {
        var items = new[]
        {
            CheckoutShoppingCart.Create(Tea, Tea), CheckoutShoppingCart.Create(new[] { Tea, Tea }), CheckoutShoppingCart.Create(new List<Item> { Tea, Tea }),
            CheckoutShoppingCart.Create([Tea, Tea]), CheckoutShoppingCart.Create(Enumerable.Repeat(Tea, 2)),
        }.Select(cart => cart.ShoppingCart.Items.Count);
        var methods = new[]
        {
            CheckoutShoppingCart.Create(Tea).WithShipping(Shop, Shop), CheckoutShoppingCart.Create(Tea).WithShipping([Shop, Shop]),
            CheckoutShoppingCart.Create(Tea).WithShipping(new List<Pickup> { Shop, Shop }), CheckoutShoppingCart.Create(Tea).WithShipping(new[] { Shop, Shop }),
        }.Select(cart => cart.CheckoutFlowSupport!.ShippingMethods.Count);
        var rules = new[] { TaxTables.FromRules(Rule, Rule), TaxTables.FromRules([Rule, Rule]), TaxTables.FromRules(new List<DefaultTaxRule> { Rule, Rule }) }
            .Select(tables => tables.DefaultTaxTable!.TaxRules.Count);
        var elements = new[] { PrivateData.FromXml(Order, Order), PrivateData.FromXml([Order, Order]), PrivateData.FromXml(new List<XElement> { Order, Order }) }
            .Select(data => data.ToXElement().Elements().Count());
        var accepted = new[] { new NotificationAuthenticator("1", "a", "b"), new NotificationAuthenticator("1", ["a", "b"]), new NotificationAuthenticator("1", new List<string> { "a", "b" }) }
            .Select(authenticator => authenticator.IsAuthentic("Basic MTpi") ? 2 : 0);

        Assert.That(items.Concat(methods).Concat(rules).Concat(elements).Concat(accepted), Is.All.EqualTo(2));
    }

    [Test]
    public void Null_AnyParameter_ThrowsWithItsName()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => CheckoutShoppingCart.Create(null!), Refused("items"));
            Assert.That(() => CheckoutShoppingCart.Create(Tea).WithShipping(null!), Refused("methods"));
            Assert.That(() => TaxTables.FromRules(null!), Refused("rules"));
            Assert.That(() => PrivateData.FromXml(null!), Refused("elements"));
            Assert.That(() => new NotificationAuthenticator("1", null!), Refused("merchantKeys"));
        });
    }

    private static NUnit.Framework.Constraints.EqualStringConstraint Refused(string parameter) => Throws.ArgumentNullException.With.Property("ParamName").EqualTo(parameter);
}
