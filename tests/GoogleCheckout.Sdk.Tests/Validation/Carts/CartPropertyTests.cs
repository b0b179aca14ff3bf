using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace GoogleCheckout.Carts;

/// <summary>Properties of all carts: a valid cart has no error, and one invalid value leads to one error at its path.</summary>
public class CartPropertyTests
{
    private const string Cart = "/checkout-shopping-cart/shopping-cart";
    private const string Flow = "/checkout-shopping-cart/checkout-flow-support/merchant-checkout-flow-support";

    private static readonly string[] Names = ["Tea", "tea 2", " Kettle", "茶 \U0001F375", "<b> & \"c\"", "x\ny"];

    private static readonly Area[] Areas =
        [Area.World, Area.UnitedStates(), Area.UnitedStates(USAreas.Full50States), Area.USState("CA"), Area.USZip("94043"), Area.USZip("9*"), Area.Country("GB"), Area.Country("GB", "SW*")];

    [Test]
    public void Validate_AnyValidCart_ReturnsNoErrors() => Check(cart => Errors(cart).Count == 0 && Errors(CheckoutXml.Parse<CheckoutShoppingCart>(cart.ToXmlString())).Count == 0);

    [Test]
    public void ToXElement_AnyValidCart_MatchesTheOfficialSchema()
    {
        SharedFolder.Require();

        Check(cart => OfficialSchema.GetErrors(cart.ToXElement()).Count == 0);
    }

    [Test]
    public void Validate_AnyCartWithOneInvalidValue_ReturnsOnlyThatError() =>
        Check(cart => Spoilt(cart).All(spoilt => Errors(spoilt.Cart) is [var only] && only.Path == spoilt.Place));

    /// <summary>The errors without warnings: these carts exclude areas that they allow, and repeat areas of tax rules.</summary>
    private static List<CartValidationError> Errors(CheckoutShoppingCart cart) => [.. cart.Validate().Where(error => !error.IsWarning)];

    private static void Check(Func<CheckoutShoppingCart, bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Arb.From(Carts()), holds));

    private static Gen<CheckoutShoppingCart> Carts() =>
        from items in Some(Items(), least: 1)
        from methods in Methods()
        from rules in Some(Rules(), least: 1)
        from tables in Gen.Elements<TaxTables?>(null, TaxTables.NoTax, TaxTables.FromRules(rules), TaxTables.FromRules(rules) with { MerchantCalculated = true }, Alternates(rules))
        from messages in Some(Gen.Elements<BuyerMessage>(new GiftMessage { Text = "a", From = "b", MaxChars = 7 }, new BuyerNote { Text = string.Empty, MaxLines = 20 }, new IncludeGiftReceipt { Text = "c" }))
        from asksShop in Gen.Elements(true, false)
        let isAsked = asksShop || tables?.MerchantCalculated == true || methods.Any(method => method is MerchantCalculatedShipping)
        select new CheckoutShoppingCart
        {
            ShoppingCart = new ShoppingCart { Items = items, BuyerMessages = messages },
            CheckoutFlowSupport = new MerchantCheckoutFlowSupport
            {
                ShippingMethods = methods,
                TaxTables = tables,
                MerchantCalculations = isAsked ? new MerchantCalculations { MerchantCalculationsUrl = "https://shop.example/" } : null,
            },
        };

    private static Gen<Item> Items() =>
        from name in Gen.Elements(Names)
        from cents in Gen.Choose(0, 10_000)
        from quantity in Gen.Choose(1, 1000)
        select new Item { ItemName = name, ItemDescription = string.Empty, UnitPrice = ValidCarts.Dollars(cents / 100m), Quantity = quantity, ItemWeight = new ItemWeight { Value = 0, Unit = "LB" } };

    private static Gen<ShippingMethod[]> Methods() =>
        from count in Gen.Choose(0, 4)
        from kinds in Gen.Choose(0, 2).ArrayOf(count)
        from areas in Some(Gen.Elements(Areas), least: 1)
        from isShops in Gen.Elements(true, false)
        let restrictions = new ShippingRestrictions { AllowedAreas = areas, ExcludedAreas = areas }
        select kinds.Select((kind, place) => Method($"Way {place}", isShops ? -1 : kind, restrictions)).ToArray();

    private static ShippingMethod Method(string name, int kind, ShippingRestrictions restrictions) => kind switch
    {
        -1 => new MerchantCalculatedShipping { Name = name, Price = ValidCarts.Dollars(1), AddressFilters = restrictions },
        0 => new FlatRateShipping { Name = name, Price = ValidCarts.Dollars(2), ShippingRestrictions = restrictions },
        _ => new Pickup { Name = name, Price = ValidCarts.Dollars(0) },
    };

    private static Gen<DefaultTaxRule> Rules() =>
        from rate in Gen.Choose(0, 1000)
        from areas in Some(Gen.Elements(Areas), least: 1)
        select areas.Length == 1 ? new DefaultTaxRule { Rate = rate / 1000m, TaxArea = areas[0] } : new DefaultTaxRule { Rate = rate / 1000m, TaxAreas = areas, ShippingTaxed = true };

    private static TaxTables Alternates(DefaultTaxRule[] rules) => new()
    {
        AlternateTaxTables =
        [
            .. rules.Select((rule, place) => new AlternateTaxTable { Name = $"Table {place}", AlternateTaxRules = [new AlternateTaxRule { Rate = rule.Rate, TaxArea = rule.TaxArea, TaxAreas = rule.TaxAreas }] }),
        ],
    };

    private static Gen<T[]> Some<T>(Gen<T> one, int least = 0) => Gen.Choose(least, 4).SelectMany(count => one.ArrayOf(count));

    /// <summary>The cart with each value made invalid in turn, and the path of the value.</summary>
    private static IEnumerable<(string Place, CheckoutShoppingCart Cart)> Spoilt(CheckoutShoppingCart cart) =>
        [($"{Cart}/items", cart.WithCart(inner => inner with { Items = [] })), .. SpoiltItems(cart), .. SpoiltMethods(cart), .. SpoiltTaxes(cart), .. SpoiltMessages(cart)];

    private static IEnumerable<(string Place, CheckoutShoppingCart Cart)> SpoiltItems(CheckoutShoppingCart cart)
    {
        var count = cart.ShoppingCart.Items.Count;
        for (var index = 0; index < count; index++)
        {
            var place = $"{Cart}/items/{Numbered("item", index, count)}";
            yield return ($"{place}/item-name", cart.WithItem(index, item => item with { ItemName = " " }));
            yield return ($"{place}/quantity", cart.WithItem(index, item => item with { Quantity = -item.Quantity }));
            yield return ($"{place}/unit-price", cart.WithItem(index, item => item with { UnitPrice = item.UnitPrice with { Amount = item.UnitPrice.Amount + 0.005m } }));
            yield return ($"{place}/unit-price", cart.WithItem(index, item => item with { UnitPrice = item.UnitPrice with { Currency = string.Empty } }));
            yield return ($"{place}/tax-table-selector", cart.WithItem(index, item => item with { TaxTableSelector = "no such" }));
            yield return ($"{place}/item-weight/@value", cart.WithItem(index, item => item with { ItemWeight = item.ItemWeight! with { Value = -0.1m } }));
            yield return ($"{Cart}/items", cart.WithItem(index, item => item with { UnitPrice = ValidCarts.Dollars(-100_000_000) }));
            if (index > 0)
            {
                yield return ($"{place}/unit-price", cart.WithItem(index, item => item with { UnitPrice = item.UnitPrice with { Currency = "GBP" } }));
            }
        }
    }

    private static IEnumerable<(string Place, CheckoutShoppingCart Cart)> SpoiltMethods(CheckoutShoppingCart cart)
    {
        var methods = cart.CheckoutFlowSupport!.ShippingMethods;
        for (var index = 0; index < methods.Count; index++)
        {
            var kind = methods[index].GetType();
            var number = methods.Take(index).Count(method => method.GetType() == kind);
            var name = kind == typeof(Pickup) ? "pickup" : kind == typeof(FlatRateShipping) ? "flat-rate-shipping" : "merchant-calculated-shipping";
            var place = $"{Flow}/shipping-methods/{Numbered(name, number, methods.Count(method => method.GetType() == kind))}";
            yield return ($"{place}/@name", cart.WithMethod<ShippingMethod>(index, method => Renamed(method, new string('x', 256))));
            yield return ($"{place}/price", cart.WithMethod<ShippingMethod>(index, method => Priced(method, ValidCarts.Dollars(-0.01m))));
            yield return ($"{place}/price", cart.WithMethod<ShippingMethod>(index, method => Priced(method, new Money(1, "GBP"))));
            if (index > 0)
            {
                yield return ($"{place}/@name", cart.WithMethod<ShippingMethod>(index, method => Renamed(method, " wAY 0 ")));
            }
        }
    }

    private static IEnumerable<(string Place, CheckoutShoppingCart Cart)> SpoiltTaxes(CheckoutShoppingCart cart)
    {
        var tables = cart.CheckoutFlowSupport!.TaxTables;
        var rules = tables?.DefaultTaxTable?.TaxRules.Count ?? 0;
        for (var index = 0; index < rules; index++)
        {
            var place = $"{Flow}/tax-tables/default-tax-table/tax-rules/{Numbered("default-tax-rule", index, rules)}";
            yield return ($"{place}/rate", cart.WithRule(index, rule => rule with { Rate = rule.Rate + 1.001m }));
            yield return (place, cart.WithRule(index, rule => rule with { TaxArea = null, TaxAreas = [] }));
            yield return ($"{place}/tax-area/us-state-area/state", cart.WithRule(index, rule => rule with { TaxArea = Area.USState(" "), TaxAreas = [] }));
        }

        var alternates = tables?.AlternateTaxTables.Count ?? 0;
        for (var index = 1; index < alternates; index++)
        {
            yield return ($"{Flow}/tax-tables/alternate-tax-tables/alternate-tax-table[{index + 1}]/@name", cart.WithTable(index, table => table with { Name = "TABLE 0" }));
        }
    }

    private static IEnumerable<(string Place, CheckoutShoppingCart Cart)> SpoiltMessages(CheckoutShoppingCart cart)
    {
        var messages = cart.ShoppingCart.BuyerMessages;
        var notes = messages.Count(message => message is BuyerNote);
        for (var index = 0; index < messages.Count; index++)
        {
            if (messages[index] is BuyerNote)
            {
                var number = messages.Take(index).Count(message => message is BuyerNote);
                yield return ($"{Cart}/buyer-messages/{Numbered("buyer-note", number, notes)}/@max-lines", cart.WithMessage<BuyerNote>(index, note => note with { MaxLines = 21 }));
            }
        }
    }

    private static ShippingMethod Renamed(ShippingMethod method, string name) => method switch
    {
        FlatRateShipping flatRate => flatRate with { Name = name },
        MerchantCalculatedShipping merchantCalculated => merchantCalculated with { Name = name },
        _ => ((Pickup)method) with { Name = name },
    };

    private static ShippingMethod Priced(ShippingMethod method, Money price) => method switch
    {
        FlatRateShipping flatRate => flatRate with { Price = price },
        MerchantCalculatedShipping merchantCalculated => merchantCalculated with { Price = price },
        _ => ((Pickup)method) with { Price = price },
    };

    private static string Numbered(string name, int index, int count) => count > 1 ? $"{name}[{index + 1}]" : name;
}
