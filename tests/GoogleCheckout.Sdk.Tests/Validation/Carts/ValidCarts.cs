namespace GoogleCheckout.Carts;

/// <summary>Valid carts, which the tests send or make invalid.</summary>
internal static class ValidCarts
{
    /// <summary>Two items with flat-rate shipping.</summary>
    public static CheckoutShoppingCart Plain { get; } = CheckoutShoppingCart.Create(Item("Teapot", 39.50m), Item("Green tea", 6.25m))
        .WithShipping(new FlatRateShipping { Name = "Ground", Price = Dollars(5.00m) });

    /// <summary>All features that can be combined: the third item is digital, the fourth is a subscription.</summary>
    public static CheckoutShoppingCart Full { get; } = new()
    {
        ShoppingCart = new ShoppingCart
        {
            Items =
            [
                Item("Teapot", 39.50m),
                Item("Green tea", 6.25m) with { TaxTableSelector = "FOOD", ItemWeight = new ItemWeight { Value = 0.2m, Unit = WeightUnits.Pound } },
                Item("Tea handbook", 12) with { DigitalContent = new DigitalContent { Description = "Read it.", Key = "K-1", Url = "https://shop.example/handbook" } },
                Item("Tea of the month", 0) with { Subscription = Subscription },
                Item("Birthday discount", -1.50m),
            ],
            MerchantPrivateData = PrivateData.FromText("order 4711"),
            CartExpiration = new CartExpiration { GoodUntilDate = new DateTimeOffset(2012, 12, 24, 18, 0, 0, TimeSpan.Zero) },
            BuyerMessages =
            [
                new GiftMessage { Text = "Enjoy", From = "Ann", To = "Bob", MaxChars = 100, MaxLineLength = 50, MaxLines = 2 },
                new BuyerNote { Text = string.Empty, MaxChars = 1000, MaxLineLength = 1, MaxLines = 20 },
                new GiftMessage { Text = "Enjoy it too" },
                new IncludeGiftReceipt { Text = "true" },
            ],
        },
        CheckoutFlowSupport = new MerchantCheckoutFlowSupport
        {
            EditCartUrl = "http://shop.example/cart",
            ContinueShoppingUrl = "https://shop.example/thanks?from=checkout",
            TaxTables = Taxes,
            ShippingMethods = [Ground, new FlatRateShipping { Name = "Air", Price = Dollars(15) }, new Pickup { Name = "At the shop", Price = Dollars(0) }],
            ParameterizedUrls = [Tracker("https://ads.example/pixel?shop=1"), Tracker("http://ads.example/other%20pixel")],
            MerchantCalculations = new MerchantCalculations { MerchantCalculationsUrl = "http://shop.example/calculate", AcceptMerchantCoupons = true },
            AnalyticsData = "visit=1",
            PlatformId = 123456789012345,
            RoundingPolicy = new RoundingPolicy { Mode = RoundingMode.HalfUp, Rule = RoundingRule.PerLine },
        },
        OrderProcessingSupport = new OrderProcessingSupport { RequestInitialAuthDetails = true },
    };

    /// <summary>An item with a weight, and a discount, with the shipping prices of three carriers.</summary>
    public static CheckoutShoppingCart ByCarrier { get; } = CheckoutShoppingCart.Create(Item("Teapot", 39.50m) with { ItemWeight = new ItemWeight { Value = 3, Unit = WeightUnits.Pound } }, Item("Discount", -2))
        .WithShipping(Carriers, new FlatRateShipping { Name = "Courier", Price = Dollars(30) });

    /// <summary>An item with merchant-calculated shipping and tax.</summary>
    public static CheckoutShoppingCart ByShop { get; } = Plain with
    {
        CheckoutFlowSupport = new MerchantCheckoutFlowSupport
        {
            TaxTables = TaxTables.FromRules(new DefaultTaxRule { Rate = 0.08m, TaxArea = Area.USState("NY") }) with { MerchantCalculated = true },
            ShippingMethods =
            [
                new MerchantCalculatedShipping { Name = "Slow", Price = Dollars(5), AddressFilters = new ShippingRestrictions { AllowedAreas = [Area.World] } },
                new MerchantCalculatedShipping { Name = "Fast", Price = Dollars(9), ShippingRestrictions = new ShippingRestrictions { AllowedAreas = [Area.UnitedStates()] } },
            ],
            MerchantCalculations = new MerchantCalculations { MerchantCalculationsUrl = "https://shop.example/calculate" },
        },
    };

    /// <summary>Only digital items.</summary>
    public static CheckoutShoppingCart Digital { get; } = CheckoutShoppingCart.Create(Full.ShoppingCart.Items[2], Full.ShoppingCart.Items[2] with { DigitalContent = new DigitalContent { EmailDelivery = true } });

    private static Subscription Subscription => new()
    {
        Type = SubscriptionTypes.Google,
        Period = DatePeriod.Monthly,
        Payments = [new SubscriptionPayment { MaximumCharge = Dollars(20), Times = 12 }],
        RecurrentItem = Item("Tea of the month", 18),
    };

    private static TaxTables Taxes => new()
    {
        DefaultTaxTable = new DefaultTaxTable
        {
            TaxRules =
            [
                new DefaultTaxRule { Rate = 0.0825m, TaxArea = Area.USState("CA"), ShippingTaxed = true },
                new DefaultTaxRule { Rate = 0, TaxAreas = [Area.USZip("100*"), Area.Country("GB", "SW*")] },
            ],
        },
        AlternateTaxTables =
        [
            new AlternateTaxTable { Name = "Food", AlternateTaxRules = [new AlternateTaxRule { Rate = 0.02m, TaxArea = Area.UnitedStates() }, new AlternateTaxRule { Rate = 1, TaxArea = Area.World }] },
            new AlternateTaxTable { Name = "Books", Standalone = true },
        ],
    };

    private static FlatRateShipping Ground => new()
    {
        Name = "Ground",
        Price = Dollars(5),
        ShippingRestrictions = new ShippingRestrictions
        {
            AllowedAreas = [Area.USState("CA"), Area.USZip("94043"), Area.UnitedStates(USAreas.Continental48), Area.Country("DE"), Area.Country("GB", "SW1A 1AA"), Area.World],
            ExcludedAreas = [Area.USZip("*"), Area.USState("NV")],
        },
    };

    private static CarrierCalculatedShipping Carriers => new()
    {
        CarrierCalculatedShippingOptions =
        [
            Option(ShippingCompanies.FedEx, FedExShippingTypes.Ground) with { AdditionalFixedCharge = Dollars(1), AdditionalVariableChargePercent = -10 },
            Option(ShippingCompanies.UPS, UpsShippingTypes.Ground) with { CarrierPickup = CarrierPickups.RegularPickup },
            Option("fedex", FedExShippingTypes.TwoDay),
            Option(ShippingCompanies.UPS, "MI"),
            Option("DHL", "Express"),
        ],
        ShippingPackages =
        [
            new ShippingPackage
            {
                ShipFrom = new AnonymousAddress { Id = "shop", City = "Reno", Region = "NV", PostalCode = "89501", CountryCode = "US" },
                Length = Inches(12),
                Width = Inches(9),
                Height = Inches(0),
                DeliveryAddressCategory = DeliveryAddressCategories.Residential,
            },
        ],
    };

    public static Item Item(string name, decimal price) => new() { ItemName = name, ItemDescription = "Of good quality", UnitPrice = Dollars(price), Quantity = 2 };

    public static Money Dollars(decimal amount) => new(amount, "USD");

    private static CarrierCalculatedShippingOption Option(string company, string type) => new() { ShippingCompany = company, ShippingType = type, Price = Dollars(10) };

    private static Dimension Inches(decimal value) => new() { Value = value, Unit = LengthUnits.Inch };

    private static ParameterizedUrl Tracker(string url) => new()
    {
        Url = url,
        Parameters = [new UrlParameter { Name = "oid", Type = UrlParameterTypes.OrderId }, new UrlParameter { Name = "amount", Type = UrlParameterTypes.OrderTotal }],
    };
}
