using GoogleCheckout.Carts;
using GoogleCheckout.Xml;
using GoogleCheckout.Xml.Carts;

namespace GoogleCheckout.Validation.Carts;

/// <summary>How the buyer checks out, but for taxes and shipping.</summary>
internal static class CheckoutFlowValidator
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

    public static void In(CartErrorCollector faults, ElementPath path, MerchantCheckoutFlowSupport flow)
    {
        faults.Note(path.To(Elements.EditCartUrl), GetLinkError(flow.EditCartUrl));
        faults.Note(path.To(Elements.ContinueShoppingUrl), GetLinkError(flow.ContinueShoppingUrl));
        if (flow.TaxTables is { } taxes)
        {
            TaxValidator.In(faults, path.To(Elements.TaxTables), taxes);
        }

        ShippingValidator.In(faults, path.To(Elements.ShippingMethods), flow.ShippingMethods);
        faults.Each(path.To(Elements.ParameterizedUrls), Elements.ParameterizedUrl, flow.ParameterizedUrls, In);
        InCalculations(faults, path.To(Elements.MerchantCalculations), flow.MerchantCalculations);
        faults.Note(path.To(Elements.AnalyticsData), TextRules.GetError(flow.AnalyticsData));
        if (flow.RoundingPolicy is { } policy)
        {
            InRounding(faults, path.To(Elements.RoundingPolicy), policy);
        }
    }

    private static string? GetLinkError(string? url) => url is null ? null : TextRules.GetUrlError(url);

    private static void In(CartErrorCollector faults, ElementPath path, ParameterizedUrl url)
    {
        faults.Note(path.ToAttribute(Attributes.Url), TextRules.GetEscapedUrlError(url.Url));
        faults.Each(path.To(Elements.Parameters), Elements.UrlParameter, url.Parameters, In);
    }

    private static void In(CartErrorCollector faults, ElementPath path, UrlParameter parameter)
    {
        faults.Note(path.ToAttribute(Attributes.Name), TextRules.GetNameError(parameter.Name));
        faults.Note(
            path.ToAttribute(Attributes.Type),
            TextRules.GetNameError(parameter.Type) ?? (KnownParameters.Contains(parameter.Type) ? null : "is nothing the service tells of an order"));
    }

    private static void InCalculations(CartErrorCollector faults, ElementPath path, MerchantCalculations? calculations)
    {
        if (calculations is null)
        {
            faults.Note(path, WhyMissed(faults.Facts));
            return;
        }

        var url = calculations.MerchantCalculationsUrl;
        faults.Note(path.To(Elements.MerchantCalculationsUrl), TextRules.GetUrlError(url) ?? GetEncryptionError(url, faults.Facts.Account));
    }

    private static string? WhyMissed(CartValidationContext facts) =>
        facts.AsksShopForShipping ? "is missing: the shop is to be asked for shipping"
        : facts.AsksShopForTax ? "is missing: the shop is to be asked for tax"
        : null;

    // The sandbox took http too, and so may another server.
    private static string? GetEncryptionError(string url, CheckoutOptions? account) =>
        TextRules.IsUnencrypted(url) && CheckoutEnvironment.Production.Equals(account?.Environment) ? "must be https in production" : null;

    private static void InRounding(CartErrorCollector faults, ElementPath path, RoundingPolicy policy)
    {
        const string Unknown = "is Unknown, which cannot be written";
        faults.Note(path.To(Elements.Mode), RoundingPolicyXml.Modes.Format(policy.Mode) is null ? Unknown : null);
        faults.Note(path.To(Elements.Rule), RoundingPolicyXml.Rules.Format(policy.Rule) is null ? Unknown : null);
    }
}
