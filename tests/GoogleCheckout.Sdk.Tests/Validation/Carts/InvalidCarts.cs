using static GoogleCheckout.Carts.ValidCarts;

namespace GoogleCheckout.Carts;

/// <summary>Carts with exactly one error each: its name, its path, and the cart.</summary>
internal static class InvalidCarts
{
    private const string Items = "shopping-cart/items";
    private const string Flow = "checkout-flow-support/merchant-checkout-flow-support";
    private const string Methods = Flow + "/shipping-methods";
    private const string Allowed = Methods + "/flat-rate-shipping[1]/shipping-restrictions/allowed-areas";
    private const string Taxes = Flow + "/tax-tables";
    private const string Rules = Taxes + "/default-tax-table/tax-rules";
    private const string Tables = Taxes + "/alternate-tax-tables";
    private const string Urls = Flow + "/parameterized-urls";
    private const string Carrier = Methods + "/carrier-calculated-shipping";
    private const string Options = Carrier + "/carrier-calculated-shipping-options";
    private const string Package = Carrier + "/shipping-packages/shipping-package";
    private const string Messages = "shopping-cart/buyer-messages";
    private const string Subscription = Items + "/item[4]/subscription";
    private const string Content = Items + "/item[3]/digital-content";

    private static readonly string Long = new('x', 256);

    public static IEnumerable<(string Name, string Place, CheckoutShoppingCart Cart)> All =>
    [
        .. OfItems, .. OfAmounts, .. OfDigitalContent, .. OfSubscriptions, .. OfMessages, .. OfLinks, .. OfTaxes, .. OfAreas, .. OfShipping, .. OfCarriers, .. OfCalculations, .. OfNull,
    ];

    private static IEnumerable<(string Name, string Place, CheckoutShoppingCart Cart)> OfItems =>
    [
        ("no items", Items, Full.WithCart(cart => cart with { Items = [] })),
        ("empty name", $"{Items}/item[1]/item-name", Full.WithItem(0, item => item with { ItemName = string.Empty })),
        ("blank name", $"{Items}/item[2]/item-name", Full.WithItem(1, item => item with { ItemName = " \t" })),
        ("only item", $"{Items}/item/item-name", CheckoutShoppingCart.Create(Item(string.Empty, 1))),
        ("name with a control character", $"{Items}/item[1]/item-name", Full.WithItem(0, item => item with { ItemName = "Tea\u0007pot" })),
        ("description with half a character", $"{Items}/item[1]/item-description", Full.WithItem(0, item => item with { ItemDescription = "Cup \ud83c" })),
        ("quantity of nothing", $"{Items}/item[5]/quantity", Full.WithItem(4, item => item with { Quantity = 0 })),
        ("negative quantity", $"{Items}/item[2]/quantity", Full.WithItem(1, item => item with { Quantity = -3 })),
        ("item id with a control character", $"{Items}/item[1]/merchant-item-id", Full.WithItem(0, item => item with { MerchantItemId = "\u0000" })),
        ("selector without a table", $"{Items}/item[2]/tax-table-selector", Full.WithItem(1, item => item with { TaxTableSelector = "Drinks" })),
        ("selector in a cart without tables", $"{Items}/item[1]/tax-table-selector", Plain.WithItem(0, item => item with { TaxTableSelector = "Food" })),
        ("blank selector", $"{Items}/item[2]/tax-table-selector", Full.WithItem(1, item => item with { TaxTableSelector = " " })),
        ("long selector", $"{Items}/item[2]/tax-table-selector", Full.WithItem(1, item => item with { TaxTableSelector = Long })),
        ("negative weight", $"{Items}/item[2]/item-weight/@value", Full.WithItem(1, item => item with { ItemWeight = new ItemWeight { Value = -1, Unit = "LB" } })),
        ("weight of no unit", $"{Items}/item[2]/item-weight/@unit", Full.WithItem(1, item => item with { ItemWeight = new ItemWeight { Value = 1, Unit = " " } })),
    ];

    private static IEnumerable<(string Name, string Place, CheckoutShoppingCart Cart)> OfAmounts =>
    [
        ("no currency", $"{Items}/item[1]/unit-price", Full.WithItem(0, item => item with { UnitPrice = default })),
        ("lower-case currency", $"{Items}/item[2]/unit-price", Full.WithItem(1, item => item with { UnitPrice = new Money(1, "usd") })),
        ("fraction of a cent", $"{Items}/item[2]/unit-price", Full.WithItem(1, item => item with { UnitPrice = Dollars(6.255m) })),
        ("another currency", $"{Items}/item[2]/unit-price", Full.WithItem(1, item => item with { UnitPrice = new Money(6.25m, "GBP") })),
        ("astronomic price", $"{Items}/item[1]/unit-price", Full.WithItem(0, item => item with { UnitPrice = new Money(decimal.MaxValue, "USD") })),
        ("astronomic quantity", $"{Items}/item[1]/quantity", Full.WithItem(0, item => item with { UnitPrice = Dollars(1_000_000), Quantity = int.MaxValue })),
        ("astronomic cart", Items, CheckoutShoppingCart.Create(Item("House", 400_000_000_000), Item("Garden", 400_000_000_000))),
        ("discount above everything", Items, Full.WithItem(4, item => item with { UnitPrice = Dollars(-500) })),
        ("shipping in another currency", $"{Methods}/flat-rate-shipping[2]/price", Full.WithMethod<FlatRateShipping>(1, method => method with { Price = new Money(15, "GBP") })),
        ("negative shipping", $"{Methods}/pickup/price", Full.WithMethod<Pickup>(2, method => method with { Price = Dollars(-1) })),
        ("shipping with a fraction of a cent", $"{Methods}/flat-rate-shipping[1]/price", Full.WithMethod<FlatRateShipping>(0, method => method with { Price = Dollars(0.001m) })),
        ("fallback price below nothing", $"{Methods}/merchant-calculated-shipping[2]/price", ByShop.WithMethod<MerchantCalculatedShipping>(1, method => method with { Price = Dollars(-1) })),
    ];

    private static IEnumerable<(string Name, string Place, CheckoutShoppingCart Cart)> OfDigitalContent =>
    [
        ("no way to get it", Content, Full.WithContent(_ => new DigitalContent { EmailDelivery = false, Key = " ", Description = string.Empty })),
        ("long description", $"{Content}/description", Full.WithContent(content => content with { Description = new string('x', 1025) })),
        ("key with a control character", $"{Content}/key", Full.WithContent(content => content with { Key = "\u0001" })),
        ("relative url", $"{Content}/url", Full.WithContent(content => content with { Url = "/handbook" })),
        ("blank disposition", $"{Content}/display-disposition", Full.WithContent(content => content with { DisplayDisposition = " " })),
        ("digital items and shipping", Methods, Digital.WithShipping(new Pickup { Name = "Shop", Price = Dollars(0) })),
    ];

    private static IEnumerable<(string Name, string Place, CheckoutShoppingCart Cart)> OfSubscriptions =>
    [
        ("type of nobody", $"{Subscription}/@type", Full.WithSubscription(subscription => subscription with { Type = "paypal" })),
        ("unknown period", $"{Subscription}/@period", Full.WithSubscription(subscription => subscription with { Period = DatePeriod.Unknown })),
        ("no payment", $"{Subscription}/payments", Full.WithSubscription(subscription => subscription with { Payments = [] })),
        ("two payments", $"{Subscription}/payments", Full.WithSubscription(subscription => subscription with { Payments = [.. subscription.Payments, .. subscription.Payments] })),
        ("payment never", $"{Subscription}/payments/subscription-payment/@times", Full.WithPayment(payment => payment with { Times = 0 })),
        ("negative payment", $"{Subscription}/payments/subscription-payment/maximum-charge", Full.WithPayment(payment => payment with { MaximumCharge = Dollars(-1) })),
        ("payment in another currency", $"{Subscription}/payments/subscription-payment/maximum-charge", Full.WithPayment(payment => payment with { MaximumCharge = new Money(1, "GBP") })),
        ("no recurrent item", $"{Subscription}/recurrent-item", Full.WithSubscription(subscription => subscription with { RecurrentItem = null })),
        ("subscription in a subscription", $"{Subscription}/recurrent-item/subscription", Full.WithRecurrentItem(item => item with { Subscription = Full.ShoppingCart.Items[3].Subscription })),
        ("recurrent item without a name", $"{Subscription}/recurrent-item/item-name", Full.WithRecurrentItem(item => item with { ItemName = string.Empty })),
    ];

    private static IEnumerable<(string Name, string Place, CheckoutShoppingCart Cart)> OfMessages =>
    [
        ("long sender", $"{Messages}/gift-message[1]/@from", Full.WithMessage<GiftMessage>(0, message => message with { From = new string('x', 101) })),
        ("long addressee", $"{Messages}/gift-message[2]/@to", Full.WithMessage<GiftMessage>(2, message => message with { To = new string('x', 101) })),
        ("no characters", $"{Messages}/buyer-note/@max-chars", Full.WithMessage<BuyerNote>(1, message => message with { MaxChars = 0 })),
        ("too many characters", $"{Messages}/gift-message[1]/@max-chars", Full.WithMessage<GiftMessage>(0, message => message with { MaxChars = 1001 })),
        ("too long lines", $"{Messages}/buyer-note/@max-line-length", Full.WithMessage<BuyerNote>(1, message => message with { MaxLineLength = 51 })),
        ("too many lines", $"{Messages}/buyer-note/@max-lines", Full.WithMessage<BuyerNote>(1, message => message with { MaxLines = 21 })),
        ("text with a control character", $"{Messages}/include-gift-receipt", Full.WithMessage<IncludeGiftReceipt>(3, message => message with { Text = "\u001b" })),
    ];

    private static IEnumerable<(string Name, string Place, CheckoutShoppingCart Cart)> OfLinks =>
    [
        ("relative edit url", $"{Flow}/edit-cart-url", Full.WithFlow(flow => flow with { EditCartUrl = "/cart" })),
        ("empty continue url", $"{Flow}/continue-shopping-url", Full.WithFlow(flow => flow with { ContinueShoppingUrl = string.Empty })),
        ("script for a continue url", $"{Flow}/continue-shopping-url", Full.WithFlow(flow => flow with { ContinueShoppingUrl = "javascript:alert(1)" })),
        ("parameterized url of a file", $"{Urls}/parameterized-url[2]/@url", Full.WithUrl(1, url => url with { Url = "file:///pixel" })),
        ("parameterized url not escaped", $"{Urls}/parameterized-url[1]/@url", Full.WithUrl(0, url => url with { Url = "https://ads.example/my pixel" })),
        ("parameter without a name", $"{Urls}/parameterized-url[1]/parameters/url-parameter[2]/@name", Full.WithParameter(1, parameter => parameter with { Name = string.Empty })),
        ("parameter of no known type", $"{Urls}/parameterized-url[1]/parameters/url-parameter[1]/@type", Full.WithParameter(0, parameter => parameter with { Type = "buyer-email" })),
        ("analytics data with a control character", $"{Flow}/analytics-data", Full.WithFlow(flow => flow with { AnalyticsData = "\u0002" })),
        ("rounding in no direction", $"{Flow}/rounding-policy/mode", Full.WithFlow(flow => flow with { RoundingPolicy = flow.RoundingPolicy! with { Mode = RoundingMode.Unknown } })),
        ("rounding of nothing", $"{Flow}/rounding-policy/rule", Full.WithFlow(flow => flow with { RoundingPolicy = flow.RoundingPolicy! with { Rule = (RoundingRule)7 } })),
    ];

    private static IEnumerable<(string Name, string Place, CheckoutShoppingCart Cart)> OfTaxes =>
    [
        ("empty tables", Taxes, Plain.WithTaxes(new TaxTables())),
        ("tables with an empty default table", Taxes, Plain.WithTaxes(TaxTables.FromRules())),
        ("no rate", $"{Rules}/default-tax-rule[1]/rate", Full.WithRule(0, rule => rule with { Rate = null })),
        ("negative rate", $"{Rules}/default-tax-rule[2]/rate", Full.WithRule(1, rule => rule with { Rate = -0.01m })),
        ("percent for a fraction", $"{Rules}/default-tax-rule[1]/rate", Full.WithRule(0, rule => rule with { Rate = 8.25m })),
        ("rule without an area", $"{Rules}/default-tax-rule[1]", Full.WithRule(0, rule => rule with { TaxArea = null })),
        ("rule with an area and areas", $"{Rules}/default-tax-rule[1]", Full.WithRule(0, rule => rule with { TaxAreas = [Area.World] })),
        ("ill-formed state of a rule", $"{Rules}/default-tax-rule[1]/tax-area/us-state-area/state", Full.WithRule(0, rule => rule with { TaxArea = Area.USState("California") })),
        ("ill-formed zip of a rule", $"{Rules}/default-tax-rule[2]/tax-areas/us-zip-area/zip-pattern", Full.WithRule(1, rule => rule with { TaxAreas = [Area.USZip("1000"), Area.World] })),
        ("table without a name", $"{Tables}/alternate-tax-table[2]/@name", Full.WithTable(1, table => table with { Name = " " })),
        ("table with a long name", $"{Tables}/alternate-tax-table[2]/@name", Full.WithTable(1, table => table with { Name = Long })),
        ("tables of one name", $"{Tables}/alternate-tax-table[2]/@name", Full.WithTable(1, table => table with { Name = "fOOD" })),
        ("alternate rule without an area", $"{Tables}/alternate-tax-table[1]/alternate-tax-rules/alternate-tax-rule[2]", Full.WithAlternateRule(1, rule => rule with { TaxArea = null })),
        ("alternate rule without a rate", $"{Tables}/alternate-tax-table[1]/alternate-tax-rules/alternate-tax-rule[1]/rate", Full.WithAlternateRule(0, rule => rule with { Rate = null })),
    ];

    private static IEnumerable<(string Name, string Place, CheckoutShoppingCart Cart)> OfAreas =>
    [
        ("restrictions without areas", Allowed, Full.WithMethod<FlatRateShipping>(0, method => method with { ShippingRestrictions = new ShippingRestrictions { AllowUsPoBox = false } })),
        ("zip pattern with letters", $"{Allowed}/us-zip-area/zip-pattern", Full.WithAllowed(Area.USZip("9404A"))),
        ("zip pattern too long", $"{Allowed}/us-zip-area/zip-pattern", Full.WithAllowed(Area.USZip("94043*"))),
        ("zip pattern with an asterisk first", $"{Allowed}/us-zip-area/zip-pattern", Full.WithAllowed(Area.USZip("*94"))),
        ("unknown part of the country", $"{Allowed}/us-country-area/@country-area", Full.WithAllowed(Area.UnitedStates(USAreas.Unknown))),
        ("country in words", $"{Allowed}/postal-area/country-code", Full.WithAllowed(Area.Country("Germany"))),
        ("postal pattern with an asterisk inside", $"{Allowed}/postal-area[2]/postal-code-pattern", Full.WithAllowed(Area.Country("DE"), Area.Country("GB", "S*W"))),
        ("empty postal pattern", $"{Allowed}/postal-area/postal-code-pattern", Full.WithAllowed(Area.Country("GB", string.Empty))),
        ("ill-formed excluded area", $"{Methods}/flat-rate-shipping[1]/shipping-restrictions/excluded-areas/us-state-area/state", Full.WithMethod<FlatRateShipping>(0, method => method with { ShippingRestrictions = method.ShippingRestrictions! with { ExcludedAreas = [Area.USState("N.Y.")] } })),
        ("address filters without an area", $"{Methods}/merchant-calculated-shipping[1]/address-filters/allowed-areas", ByShop.WithMethod<MerchantCalculatedShipping>(0, method => method with { AddressFilters = new ShippingRestrictions() })),
    ];

    private static IEnumerable<(string Name, string Place, CheckoutShoppingCart Cart)> OfShipping =>
    [
        ("method without a name", $"{Methods}/flat-rate-shipping[2]/@name", Full.WithMethod<FlatRateShipping>(1, method => method with { Name = string.Empty })),
        ("method with a long name", $"{Methods}/pickup/@name", Full.WithMethod<Pickup>(2, method => method with { Name = Long })),
        ("name that is there already", $"{Methods}/flat-rate-shipping[2]/@name", Full.WithMethod<FlatRateShipping>(1, method => method with { Name = "Ground" })),
        ("name that differs by case and spaces", $"{Methods}/pickup/@name", Full.WithMethod<Pickup>(2, method => method with { Name = " GROUND " })),
        ("the shop's price beside others", Methods, ByShop.WithMethod<MerchantCalculatedShipping>(1, _ => new Pickup { Name = "Shop", Price = Dollars(0) })),
    ];

    private static IEnumerable<(string Name, string Place, CheckoutShoppingCart Cart)> OfCarriers =>
    [
        ("item without a weight", $"{Items}/item[1]/item-weight", ByCarrier.WithItem(0, item => item with { ItemWeight = null })),
        ("carriers in pounds", Carrier, InPounds(ByCarrier)),
        ("no options", Options, ByCarrier.WithMethod<CarrierCalculatedShipping>(0, method => method with { CarrierCalculatedShippingOptions = [] })),
        ("one service twice", $"{Options}/carrier-calculated-shipping-option[3]", ByCarrier.WithOption(2, option => option with { ShippingType = FedExShippingTypes.Ground })),
        ("option of no company", $"{Options}/carrier-calculated-shipping-option[1]/shipping-company", ByCarrier.WithOption(0, option => option with { ShippingCompany = " " })),
        ("option of no type", $"{Options}/carrier-calculated-shipping-option[5]/shipping-type", ByCarrier.WithOption(4, option => option with { ShippingType = string.Empty })),
        ("service of another company", $"{Options}/carrier-calculated-shipping-option[2]/shipping-type", ByCarrier.WithOption(1, option => option with { ShippingType = UspsShippingTypes.MediaMail })),
        ("negative fallback price", $"{Options}/carrier-calculated-shipping-option[2]/price", ByCarrier.WithOption(1, option => option with { Price = Dollars(-1) })),
        ("negative charge on top", $"{Options}/carrier-calculated-shipping-option[1]/additional-fixed-charge", ByCarrier.WithOption(0, option => option with { AdditionalFixedCharge = Dollars(-1) })),
        ("more than everything off", $"{Options}/carrier-calculated-shipping-option[1]/additional-variable-charge-percent", ByCarrier.WithOption(0, option => option with { AdditionalVariableChargePercent = -101 })),
        ("no package", $"{Carrier}/shipping-packages", ByCarrier.WithMethod<CarrierCalculatedShipping>(0, method => method with { ShippingPackages = [] })),
        ("two packages", $"{Carrier}/shipping-packages", ByCarrier.WithMethod<CarrierCalculatedShipping>(0, method => method with { ShippingPackages = [.. method.ShippingPackages, .. method.ShippingPackages] })),
        ("from Canada", $"{Package}/ship-from/country-code", ByCarrier.WithPackage(package => package with { ShipFrom = package.ShipFrom with { CountryCode = "CA" } })),
        ("from nowhere", $"{Package}/ship-from/city", ByCarrier.WithPackage(package => package with { ShipFrom = package.ShipFrom with { City = null } })),
        ("address category with spaces around", $"{Package}/delivery-address-category", ByCarrier.WithPackage(package => package with { DeliveryAddressCategory = " RESIDENTIAL" })),
        ("negative length", $"{Package}/length/@value", ByCarrier.WithPackage(package => package with { Length = package.Length! with { Value = -1 } })),
        ("height of no unit", $"{Package}/height/@unit", ByCarrier.WithPackage(package => package with { Height = package.Height! with { Unit = string.Empty } })),
    ];

    private static IEnumerable<(string Name, string Place, CheckoutShoppingCart Cart)> OfCalculations =>
    [
        ("the shop's shipping without its address", $"{Flow}/merchant-calculations", ByShop.WithFlow(flow => flow with { MerchantCalculations = null, TaxTables = null })),
        ("the shop's tax without its address", $"{Flow}/merchant-calculations", ByShop.WithFlow(flow => flow with { MerchantCalculations = null, ShippingMethods = [] })),
        ("coupons without an address", $"{Flow}/merchant-calculations/merchant-calculations-url", Full.WithCalculationsUrl(string.Empty)),
        ("relative address", $"{Flow}/merchant-calculations/merchant-calculations-url", ByShop.WithCalculationsUrl("calculate")),
    ];

    // Values that the compiler warns about and that the writer rejects.
    private static IEnumerable<(string Name, string Place, CheckoutShoppingCart Cart)> OfNull =>
    [
        ("no cart", "shopping-cart", Full with { ShoppingCart = null! }),
        ("no list of items", Items, Full.WithCart(cart => cart with { Items = null! })),
        ("null among the items", Items, Full.WithItem(1, _ => null!)),
        ("null for a name", $"{Items}/item[1]/item-name", Full.WithItem(0, item => item with { ItemName = null! })),
        ("null for a description", $"{Items}/item[1]/item-description", Full.WithItem(0, item => item with { ItemDescription = null! })),
        ("null among the messages", Messages, Full.WithMessage<GiftMessage>(0, _ => null!)),
        ("null for a message's text", $"{Messages}/buyer-note", Full.WithMessage<BuyerNote>(1, message => message with { Text = null! })),
        ("no list of methods", Methods, Full.WithFlow(flow => flow with { ShippingMethods = null! })),
        ("null for a method's name", $"{Methods}/flat-rate-shipping[1]/@name", Full.WithMethod<FlatRateShipping>(0, method => method with { Name = null! })),
        ("null among the areas", Allowed, Full.WithAllowed(Area.World, null!)),
        ("no list of areas", $"{Rules}/default-tax-rule[1]/tax-areas", Full.WithRule(0, rule => rule with { TaxAreas = null! })),
        ("no list of rules", Rules, Full.WithTables(tables => tables with { DefaultTaxTable = new DefaultTaxTable { TaxRules = null! } })),
        ("no list of tables", Tables, Full.WithTables(tables => tables with { AlternateTaxTables = null! }).WithItem(1, item => item with { TaxTableSelector = null })),
        ("null for a state", $"{Allowed}/us-state-area/state", Full.WithAllowed(Area.USState(null!))),
        ("null for a url", $"{Urls}/parameterized-url[1]/@url", Full.WithUrl(0, url => url with { Url = null! })),
        ("null for a ship-from", $"{Package}/ship-from", ByCarrier.WithPackage(package => package with { ShipFrom = null! })),
        ("null for a calculations url", $"{Flow}/merchant-calculations/merchant-calculations-url", ByShop.WithCalculationsUrl(null)),
    ];

    private static CheckoutShoppingCart InPounds(CheckoutShoppingCart cart)
    {
        static Money Pounds(Money money) => new(money.Amount, "GBP");
        return cart
            .WithCart(inner => inner with { Items = [.. inner.Items.Select(item => item with { UnitPrice = Pounds(item.UnitPrice) })] })
            .WithMethod<FlatRateShipping>(1, method => method with { Price = Pounds(method.Price) })
            .WithMethod<CarrierCalculatedShipping>(0, method => method with
            {
                CarrierCalculatedShippingOptions = [.. method.CarrierCalculatedShippingOptions.Select(option => option with { Price = Pounds(option.Price), AdditionalFixedCharge = null })],
            });
    }
}
