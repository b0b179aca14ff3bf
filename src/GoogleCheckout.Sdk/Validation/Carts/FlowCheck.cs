using GoogleCheckout.Carts;
using GoogleCheckout.Xml;
using GoogleCheckout.Xml.Carts;

namespace GoogleCheckout.Validation.Carts;

/// <summary>How the buyer checks out, but for taxes and shipping.</summary>
internal static class FlowCheck
{
    private static readonly HashSet<string> KnownParameters =
    [
        UrlParameterTypes.BuyerId,
        UrlParameterTypes.OrderId,
        UrlParameterTypes.OrderSubtotal,
        UrlParameterTypes.OrderSubtotalPlusTax,
        UrlParameterTypes.OrderSubtotalPlusShipping,
        UrlParameterTypes.OrderTotal,
        UrlParameterTypes.TaxAmount,
        UrlParameterTypes.ShippingAmount,
        UrlParameterTypes.CouponAmount,
        UrlParameterTypes.BillingCity,
        UrlParameterTypes.BillingRegion,
        UrlParameterTypes.BillingPostalCode,
        UrlParameterTypes.BillingCountryCode,
        UrlParameterTypes.ShippingCity,
        UrlParameterTypes.ShippingRegion,
        UrlParameterTypes.ShippingPostalCode,
        UrlParameterTypes.ShippingCountryCode,
    ];

    public static void In(CartFaults faults, ElementPath path, MerchantCheckoutFlowSupport flow)
    {
        faults.Note(path.To(Elements.EditCartUrl), WhyNotLink(flow.EditCartUrl));
        faults.Note(path.To(Elements.ContinueShoppingUrl), WhyNotLink(flow.ContinueShoppingUrl));
        if (flow.TaxTables is { } taxes)
        {
            TaxCheck.In(faults, path.To(Elements.TaxTables), taxes);
        }

        ShippingCheck.In(faults, path.To(Elements.ShippingMethods), flow.ShippingMethods);
        faults.Each(path.To(Elements.ParameterizedUrls), Elements.ParameterizedUrl, flow.ParameterizedUrls, In);
        InCalculations(faults, path.To(Elements.MerchantCalculations), flow.MerchantCalculations);
        faults.Note(path.To(Elements.AnalyticsData), TextRules.WhyNot(flow.AnalyticsData));
        if (flow.RoundingPolicy is { } policy)
        {
            InRounding(faults, path.To(Elements.RoundingPolicy), policy);
        }
    }

    private static string? WhyNotLink(string? url) => url is null ? null : TextRules.WhyNotWebAddress(url);

    private static void In(CartFaults faults, ElementPath path, ParameterizedUrl url)
    {
        faults.Note(path.ToAttribute(Attributes.Url), TextRules.WhyNotEscapedWebAddress(url.Url));
        faults.Each(path.To(Elements.Parameters), Elements.UrlParameter, url.Parameters, In);
    }

    private static void In(CartFaults faults, ElementPath path, UrlParameter parameter)
    {
        faults.Note(path.ToAttribute(Attributes.Name), TextRules.WhyNotName(parameter.Name));
        faults.Note(
            path.ToAttribute(Attributes.Type),
            TextRules.WhyNotName(parameter.Type) ?? (KnownParameters.Contains(parameter.Type) ? null : "is nothing the service tells of an order"));
    }

    private static void InCalculations(CartFaults faults, ElementPath path, MerchantCalculations? calculations)
    {
        if (calculations is null)
        {
            faults.Note(path, WhyMissed(faults.Facts));
            return;
        }

        var url = calculations.MerchantCalculationsUrl;
        faults.Note(path.To(Elements.MerchantCalculationsUrl), TextRules.WhyNotWebAddress(url) ?? WhyNotUnencrypted(url, faults.Facts.Account));
    }

    private static string? WhyMissed(CartFacts facts) =>
        facts.AsksShopForShipping ? "is missing: the shop is to be asked for shipping"
        : facts.AsksShopForTax ? "is missing: the shop is to be asked for tax"
        : null;

    // The sandbox took http too, and so may another server.
    private static string? WhyNotUnencrypted(string url, CheckoutOptions? account) =>
        TextRules.IsUnencrypted(url) && CheckoutEnvironment.Production.Equals(account?.Environment) ? "must be https in production" : null;

    private static void InRounding(CartFaults faults, ElementPath path, RoundingPolicy policy)
    {
        const string Unknown = "is Unknown, which cannot be written";
        faults.Note(path.To(Elements.Mode), RoundingPolicyXml.Modes.Format(policy.Mode) is null ? Unknown : null);
        faults.Note(path.To(Elements.Rule), RoundingPolicyXml.Rules.Format(policy.Rule) is null ? Unknown : null);
    }
}
