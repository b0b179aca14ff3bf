using GoogleCheckout.Carts;
using GoogleCheckout.Xml;
using GoogleCheckout.Xml.Carts;

namespace GoogleCheckout.Validation.Carts;

/// <summary>Validates the settings of a checkout.</summary>
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

    public static void Validate(CartErrorCollector errors, ElementPath path, MerchantCheckoutFlowSupport flow)
    {
        errors.Add(path, Elements.EditCartUrl, GetLinkError(flow.EditCartUrl));
        errors.Add(path, Elements.ContinueShoppingUrl, GetLinkError(flow.ContinueShoppingUrl));
        if (flow.TaxTables is { } taxes)
        {
            TaxValidator.Validate(errors, path.To(Elements.TaxTables), taxes);
        }

        ShippingValidator.Validate(errors, path.To(Elements.ShippingMethods), flow.ShippingMethods);
        errors.ValidateEach(path.To(Elements.ParameterizedUrls), Elements.ParameterizedUrl, flow.ParameterizedUrls, Validate);
        ValidateCalculations(errors, path.To(Elements.MerchantCalculations), flow.MerchantCalculations);
        errors.Add(path, Elements.AnalyticsData, TextRules.GetError(flow.AnalyticsData));
        if (flow.RoundingPolicy is { } policy)
        {
            ValidateRounding(errors, path.To(Elements.RoundingPolicy), policy);
        }
    }

    private static string? GetLinkError(string? url) => url is null ? null : TextRules.GetUrlError(url);

    private static void Validate(CartErrorCollector errors, ElementPath path, ParameterizedUrl url)
    {
        errors.Add(path.ToAttribute(Attributes.Url), TextRules.GetEscapedUrlError(url.Url));
        errors.ValidateEach(path.To(Elements.Parameters), Elements.UrlParameter, url.Parameters, Validate);
    }

    private static void Validate(CartErrorCollector errors, ElementPath path, UrlParameter parameter)
    {
        errors.Add(path.ToAttribute(Attributes.Name), TextRules.GetNameError(parameter.Name));
        errors.Add(
            path.ToAttribute(Attributes.Type),
            TextRules.GetNameError(parameter.Type) ?? (KnownParameters.Contains(parameter.Type) ? null : "is not a parameter that the service supports"));
    }

    private static void ValidateCalculations(CartErrorCollector errors, ElementPath path, MerchantCalculations? calculations)
    {
        if (calculations is null)
        {
            errors.Add(path, GetMissingError(errors.Context));
            return;
        }

        var url = calculations.MerchantCalculationsUrl;
        errors.Add(path, Elements.MerchantCalculationsUrl, TextRules.GetUrlError(url) ?? GetEncryptionError(url, errors.Context.Account));
    }

    private static string? GetMissingError(CartValidationContext context) =>
        context.RequestsMerchantShipping ? "is missing: the cart has a merchant-calculated shipping method"
        : context.RequestsMerchantTax ? "is missing: the tax tables are merchant-calculated"
        : null;

    // The service's sandbox also accepts http, and other servers may.
    private static string? GetEncryptionError(string url, CheckoutOptions? account) =>
        TextRules.IsUnencrypted(url) && CheckoutEnvironment.Production.Equals(account?.Environment) ? "must be https in production" : null;

    private static void ValidateRounding(CartErrorCollector errors, ElementPath path, RoundingPolicy policy)
    {
        const string Unknown = "is Unknown, which cannot be written";
        errors.Add(path, Elements.Mode, RoundingPolicyXml.Modes.Format(policy.Mode) is null ? Unknown : null);
        errors.Add(path, Elements.Rule, RoundingPolicyXml.Rules.Format(policy.Rule) is null ? Unknown : null);
    }
}
