using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>How a buyer gets an item that is not shipped.</summary>
internal static class DigitalContentValidator
{
    private const int MaxDescriptionLength = 1024;

    public static void In(CartErrorCollector faults, ElementPath path, DigitalContent content)
    {
        faults.Note(path, IsWayToGetIt(content) ? null : "needs a description, a key, a url or email-delivery");
        faults.Note(path.To(Elements.Description), TextRules.GetError(content.Description, MaxDescriptionLength));
        faults.Note(path.To(Elements.Key), TextRules.GetError(content.Key));
        faults.Note(path.To(Elements.Url), string.IsNullOrEmpty(content.Url) ? null : TextRules.GetUrlError(content.Url));
        faults.Note(path.To(Elements.DisplayDisposition), TextRules.GetWordError(content.DisplayDisposition));
    }

    private static bool IsWayToGetIt(DigitalContent content) =>
        content.EmailDelivery == true
        || !string.IsNullOrWhiteSpace(content.Description)
        || !string.IsNullOrWhiteSpace(content.Key)
        || !string.IsNullOrEmpty(content.Url);
}
