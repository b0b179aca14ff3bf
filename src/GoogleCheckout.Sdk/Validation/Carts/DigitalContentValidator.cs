using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>Validates the delivery of an item that is not shipped.</summary>
internal static class DigitalContentValidator
{
    private const int MaxDescriptionLength = 1024;

    public static void Validate(CartErrorCollector errors, ElementPath path, DigitalContent content)
    {
        errors.Add(path, HasDelivery(content) ? null : "needs a description, a key, a URL or email-delivery");
        errors.Add(path, Elements.Description, TextRules.GetError(content.Description, MaxDescriptionLength));
        errors.Add(path, Elements.Key, TextRules.GetError(content.Key));
        errors.Add(path, Elements.Url, string.IsNullOrEmpty(content.Url) ? null : TextRules.GetUrlError(content.Url));
        errors.Add(path, Elements.DisplayDisposition, TextRules.GetWordError(content.DisplayDisposition));
    }

    private static bool HasDelivery(DigitalContent content) =>
        content.EmailDelivery == true
        || !string.IsNullOrWhiteSpace(content.Description)
        || !string.IsNullOrWhiteSpace(content.Key)
        || !string.IsNullOrEmpty(content.Url);
}
