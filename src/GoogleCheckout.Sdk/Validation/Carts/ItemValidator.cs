using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>One line of a cart, or of the later orders of a subscription.</summary>
internal static class ItemValidator
{
    private const int MaxTaxTableSelectorLength = 255;

    public static void In(CartErrorCollector faults, ElementPath path, Item item) =>
        InAny(faults, path, item, isWeighed: faults.Facts.HasCarriers && IsShipped(item));

    /// <summary>The item of later orders: nothing is known of how the service had those shipped.</summary>
    public static void InRecurrent(CartErrorCollector faults, ElementPath path, Item item)
    {
        InAny(faults, path, item with { Subscription = null }, isWeighed: false);
        faults.Note(path.To(Elements.Subscription), item.Subscription is null ? null : "may not be there: the item of a subscription is no subscription itself");
    }

    // A discount has no weight, and neither has what comes by e-mail.
    private static bool IsShipped(Item item) => item is { DigitalContent: null, UnitPrice.Amount: >= 0 };

    private static void InAny(CartErrorCollector faults, ElementPath path, Item item, bool isWeighed)
    {
        faults.Note(path.To(Elements.ItemName), TextRules.GetNameError(item.ItemName));
        faults.Note(path.To(Elements.ItemDescription), TextRules.GetRequiredError(item.ItemDescription));
        faults.Amount(path.To(Elements.UnitPrice), item.UnitPrice, mayBeNegative: true);
        faults.Note(path.To(Elements.Quantity), GetError(item.Quantity, item.UnitPrice));
        faults.Note(path.To(Elements.MerchantItemId), TextRules.GetError(item.MerchantItemId));
        faults.Note(path.To(Elements.TaxTableSelector), GetError(item.TaxTableSelector, faults.Facts));
        InWeight(faults, path.To(Elements.ItemWeight), item.ItemWeight, isWeighed);
        if (item.DigitalContent is { } content)
        {
            DigitalContentValidator.In(faults, path.To(Elements.DigitalContent), content);
        }

        if (item.Subscription is { } subscription)
        {
            SubscriptionValidator.In(faults, path.To(Elements.Subscription), subscription);
        }
    }

    private static string? GetError(int quantity, Money price) =>
        quantity < 1 ? FormattableString.Invariant($"is {quantity}, but must be 1 or more")
        : !price.IsBeyondAnyOrder && (price * quantity).IsBeyondAnyOrder ? "is more than any order can pay for"
        : null;

    private static string? GetError(string? selector, CartValidationContext facts) =>
        selector is null ? null
        : TextRules.GetNameError(selector, MaxTaxTableSelectorLength) ?? (facts.HasTaxTable(selector) ? null : "names no alternate tax table of the cart");

    private static void InWeight(CartErrorCollector faults, ElementPath path, ItemWeight? weight, bool isNeeded)
    {
        if (weight is null)
        {
            faults.Note(path, isNeeded ? "is missing: carriers price by weight" : null);
            return;
        }

        faults.Note(path.ToAttribute(Attributes.Value), weight.Value < 0 ? "may not be negative" : null);
        faults.Note(path.ToAttribute(Attributes.Unit), TextRules.GetNameError(weight.Unit));
    }
}
