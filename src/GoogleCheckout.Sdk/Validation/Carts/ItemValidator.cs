using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>Validates an item of a cart, or of the later orders of a subscription.</summary>
internal static class ItemValidator
{
    private const int MaxTaxTableSelectorLength = 255;

    public static void Validate(CartErrorCollector errors, ElementPath path, Item item) =>
        ValidateAny(errors, path, item, requiresWeight: errors.Context.HasCarriers && IsShipped(item));

    /// <summary>Validates the item of later orders. It needs no weight, because it is not known how the service handled their shipping.</summary>
    public static void ValidateRecurrent(CartErrorCollector errors, ElementPath path, Item item)
    {
        ValidateAny(errors, path, item with { Subscription = null }, requiresWeight: false);
        errors.Add(path, Elements.Subscription, item.Subscription is null ? null : "must be null: the item of a later order cannot contain a subscription");
    }

    // A discount and a digital item have no weight.
    private static bool IsShipped(Item item) => item is { DigitalContent: null, UnitPrice.Amount: >= 0 };

    private static void ValidateAny(CartErrorCollector errors, ElementPath path, Item item, bool requiresWeight)
    {
        errors.Add(path, Elements.ItemName, TextRules.GetNameError(item.ItemName));
        errors.Add(path, Elements.ItemDescription, TextRules.GetRequiredError(item.ItemDescription));
        errors.ValidateAmount(path, Elements.UnitPrice, item.UnitPrice, mayBeNegative: true);
        errors.Add(path, Elements.Quantity, GetError(item.Quantity, item.UnitPrice));
        errors.Add(path, Elements.MerchantItemId, TextRules.GetError(item.MerchantItemId));
        errors.Add(path, Elements.TaxTableSelector, GetError(item.TaxTableSelector, errors.Context));
        if (item.ItemWeight is { } weight)
        {
            Validate(errors, path.To(Elements.ItemWeight), weight);
        }
        else
        {
            errors.Add(path, Elements.ItemWeight, requiresWeight ? "is missing: carrier-calculated shipping requires it" : null);
        }

        if (item.DigitalContent is { } content)
        {
            DigitalContentValidator.Validate(errors, path.To(Elements.DigitalContent), content);
        }

        if (item.Subscription is { } subscription)
        {
            SubscriptionValidator.Validate(errors, path.To(Elements.Subscription), subscription);
        }
    }

    private static string? GetError(int quantity, Money price) =>
        quantity < 1 ? FormattableString.Invariant($"is {quantity}, but must be 1 or more")
        : !price.IsBeyondAnyOrder && (price * quantity).IsBeyondAnyOrder ? "leads to a price that exceeds the maximum of an order"
        : null;

    private static string? GetError(string? selector, CartValidationContext context) =>
        string.IsNullOrEmpty(selector) ? null
        : TextRules.GetNameError(selector, MaxTaxTableSelectorLength) ?? (context.HasTaxTable(selector!) ? null : "is not the name of an alternate tax table of the cart");

    private static void Validate(CartErrorCollector errors, ElementPath path, ItemWeight weight)
    {
        errors.Add(path.ToAttribute(Attributes.Value), weight.Value < 0 ? "must not be negative" : null);
        errors.Add(path.ToAttribute(Attributes.Unit), TextRules.GetNameError(weight.Unit));
    }
}
