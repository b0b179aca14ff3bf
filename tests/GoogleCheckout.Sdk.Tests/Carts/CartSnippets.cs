namespace GoogleCheckout.Carts;

/// <summary>The code of docs/carts.md on building and checking carts, compiled. <c>SnippetTests</c> compares the two.</summary>
internal static class CartSnippets
{
    public static CheckoutShoppingCart Plain()
    {
        // <plain>
        var cart = CheckoutShoppingCart.Create(
            new Item { ItemName = "Teapot", ItemDescription = "Cast iron, 0.8 l", UnitPrice = new Money(39.50m, "USD"), Quantity = 1 },
            new Item { ItemName = "Green tea", ItemDescription = "Sencha, 100 g", UnitPrice = new Money(6.25m, "USD"), Quantity = 2 })
            .WithShipping(new FlatRateShipping { Name = "Ground", Price = new Money(5.00m, "USD") });
        // </plain>
        return cart;
    }

    public static CheckoutShoppingCart Whole(IReadOnlyList<Item> items)
    {
        // <whole>
        var cart = new CheckoutShoppingCart
        {
            ShoppingCart = new ShoppingCart
            {
                Items = items,
                MerchantPrivateData = PrivateData.FromText("order 4711"),
                CartExpiration = new CartExpiration { GoodUntilDate = new DateTimeOffset(2012, 12, 24, 18, 0, 0, TimeSpan.Zero) },
            },
            CheckoutFlowSupport = new MerchantCheckoutFlowSupport
            {
                EditCartUrl = "https://shop.example/cart",
                ContinueShoppingUrl = "https://shop.example/thanks",
                RequestBuyerPhoneNumber = true,
                ShippingMethods = [new Pickup { Name = "At the shop", Price = new Money(0, "USD") }],
                RoundingPolicy = new RoundingPolicy { Mode = RoundingMode.HalfUp, Rule = RoundingRule.PerLine },
                AnalyticsData = "what the script of your page put together",
            },
        };
        // </whole>
        return cart;
    }

    public static CheckoutShoppingCart Taxed(CheckoutShoppingCart cart)
    {
        // <taxes>
        cart = cart.WithTaxes(TaxTables.FromRules(
            new DefaultTaxRule { Rate = 0.0825m, TaxArea = Area.USState("CA"), ShippingTaxed = true },
            new DefaultTaxRule { Rate = 0.04m, TaxAreas = [Area.USZip("100*"), Area.USZip("11201")] },
            new DefaultTaxRule { Rate = 0.20m, TaxArea = Area.Country("GB") }));
        // </taxes>
        return cart;
    }

    public static CheckoutShoppingCart TaxedByTables()
    {
        // <tables>
        var tables = TaxTables.FromRules(new DefaultTaxRule { Rate = 0.0825m, TaxArea = Area.USState("CA") }) with
        {
            AlternateTaxTables = [new AlternateTaxTable { Name = "food", AlternateTaxRules = [new AlternateTaxRule { Rate = 0.01m, TaxArea = Area.USState("CA") }] }],
        };
        var tea = new Item { ItemName = "Green tea", ItemDescription = "Sencha, 100 g", UnitPrice = new Money(6.25m, "USD"), Quantity = 2, TaxTableSelector = "food" };
        var cart = CheckoutShoppingCart.Create(tea).WithTaxes(tables);
        // </tables>
        return cart;
    }

    public static CheckoutShoppingCart Shipped(CheckoutShoppingCart cart)
    {
        // <shipping>
        cart = cart.WithShipping(
            new FlatRateShipping
            {
                Name = "Ground",
                Price = new Money(5.00m, "USD"),
                ShippingRestrictions = new ShippingRestrictions
                {
                    AllowedAreas = [Area.UnitedStates()],
                    ExcludedAreas = [Area.USState("AK"), Area.USState("HI")],
                    AllowUsPoBox = false,
                },
            },
            new FlatRateShipping
            {
                Name = "London courier",
                Price = new Money(12.00m, "USD"),
                ShippingRestrictions = new ShippingRestrictions { AllowedAreas = [Area.Country("GB", "SW*")] },
            },
            new Pickup { Name = "At the shop", Price = new Money(0, "USD") });
        // </shipping>
        return cart;
    }

    public static CheckoutShoppingCart PricedByTheShop(CheckoutShoppingCart cart)
    {
        // <calculations>
        cart = cart
            .WithShipping(new MerchantCalculatedShipping { Name = "Parcel", Price = new Money(9.00m, "USD") })
            .WithCalculations(new MerchantCalculations
            {
                MerchantCalculationsUrl = "https://shop.example/checkout/callback",
                AcceptMerchantCoupons = true,
                AcceptGiftCertificates = true,
            })
            .WithEditCartUrl("https://shop.example/cart")
            .WithContinueShoppingUrl("https://shop.example/thanks");
        // </calculations>
        return cart;
    }

    public static CheckoutShoppingCart PricedByCarriers()
    {
        // <carriers>
        var teapot = new Item
        {
            ItemName = "Teapot",
            ItemDescription = "Cast iron, 0.8 l",
            UnitPrice = new Money(39.50m, "USD"),
            Quantity = 1,
            ItemWeight = new ItemWeight { Value = 3.5m, Unit = WeightUnits.Pound },
        };
        var cart = CheckoutShoppingCart.Create(teapot).WithShipping(new CarrierCalculatedShipping
        {
            CarrierCalculatedShippingOptions =
            [
                new CarrierCalculatedShippingOption { ShippingCompany = ShippingCompanies.UPS, ShippingType = UpsShippingTypes.Ground, Price = new Money(9.00m, "USD") },
                new CarrierCalculatedShippingOption { ShippingCompany = ShippingCompanies.USPS, ShippingType = UspsShippingTypes.PriorityMail, Price = new Money(12.00m, "USD") },
            ],
            ShippingPackages = [new ShippingPackage { ShipFrom = new AnonymousAddress { Id = "shop", City = "Reno", Region = "NV", PostalCode = "89501", CountryCode = "US" } }],
        });
        // </carriers>
        return cart;
    }

    public static CheckoutShoppingCart Digital()
    {
        // <digital>
        var handbook = new Item
        {
            ItemName = "Tea handbook",
            ItemDescription = "PDF, 120 pages",
            UnitPrice = new Money(12.00m, "USD"),
            Quantity = 1,
            DigitalContent = new DigitalContent { Url = "https://shop.example/handbook", Key = "1456-1514", Description = "Enter the key on the page." },
        };
        var byMail = handbook with { DigitalContent = new DigitalContent { EmailDelivery = true } };
        // </digital>
        return CheckoutShoppingCart.Create(handbook, byMail);
    }

    public static CheckoutShoppingCart Subscribed()
    {
        // <subscription>
        var box = new Item { ItemName = "Tea of the month", ItemDescription = "A new tea each month", UnitPrice = new Money(18.00m, "USD"), Quantity = 1 };
        var cart = CheckoutShoppingCart.Create(box with
        {
            Subscription = new Subscription
            {
                Type = SubscriptionTypes.Google,
                Period = DatePeriod.Monthly,
                Payments = [new SubscriptionPayment { MaximumCharge = new Money(20.00m, "USD"), Times = 11 }],
                RecurrentItem = box,
            },
        });
        // </subscription>
        return cart;
    }

    public static CheckoutShoppingCart WithPrivateData(CheckoutShoppingCart cart)
    {
        // <private-data>
        cart = cart.WithPrivateData(PrivateData.FromObject(new { OrderId = 4711, Channel = "web", Seen = new[] { "tea-1", "tea-7" } }));
        // </private-data>
        return cart;
    }

    public static (long OrderId, IReadOnlyList<string> Seen) ReadPrivateData(ShoppingCart cart)
    {
        // <read-private-data>
        var data = cart.MerchantPrivateData;
        var orderId = data is not null && data.TryGetValue("order-id", out long id) ? id : throw new InvalidOperationException("Not an order of this shop.");
        var seen = data.GetValues<string>("seen");
        // </read-private-data>
        return (orderId, seen);
    }

    public static CheckoutShoppingCart Told(CheckoutShoppingCart cart)
    {
        // <messages-and-urls>
        cart = cart with
        {
            ShoppingCart = cart.ShoppingCart with
            {
                BuyerMessages = [new GiftMessage { Text = string.Empty, MaxChars = 200 }, new DeliveryInstructions { Text = "Leave it at the door.", MaxLines = 3 }],
            },
            CheckoutFlowSupport = new MerchantCheckoutFlowSupport
            {
                ParameterizedUrls =
                [
                    new ParameterizedUrl
                    {
                        Url = "https://ads.example/pixel?shop=17",
                        Parameters = [new UrlParameter { Name = "order", Type = UrlParameterTypes.OrderId }, new UrlParameter { Name = "value", Type = UrlParameterTypes.OrderSubtotal }],
                    },
                ],
            },
        };
        // </messages-and-urls>
        return cart;
    }

    public static void Check(CheckoutShoppingCart cart)
    {
        // <check>
        foreach (var error in cart.Validate())
        {
            Console.WriteLine($"{(error.IsWarning ? "warning" : "error")}: {error}");
        }
        // </check>
    }

    public static async Task<string?> CheckOutAsync(CheckoutClient client, CheckoutShoppingCart cart, CancellationToken cancellationToken)
    {
        // <refused>
        try
        {
            return (await client.CheckoutAsync(cart, cancellationToken)).RedirectUrl;
        }
        catch (CartValidationException e)
        {
            Console.WriteLine($"{e.Errors.Count} errors. The first: {e.Errors[0]}");
            return null;
        }
        // </refused>
    }

    public static async Task<string> CheckOutAnywayAsync(CheckoutClient client, CheckoutShoppingCart cart, CancellationToken cancellationToken)
    {
        // <skip-validation>
        var redirect = await client.CheckoutAsync(cart, skipValidation: true, cancellationToken);
        // </skip-validation>
        return redirect.RedirectUrl;
    }
}
