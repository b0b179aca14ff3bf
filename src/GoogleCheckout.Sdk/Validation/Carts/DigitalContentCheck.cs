using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>How a buyer gets an item that is not shipped.</summary>
internal static class DigitalContentCheck
{
    private const int LongestDescription = 1024;

    public static void In(CartFaults faults, ElementPath path, DigitalContent content)
    {
        faults.Note(path, IsWayToGetIt(content) ? null : "needs a description, a key, a url or email-delivery");
        faults.Note(path.To(Elements.Description), TextRules.WhyNot(content.Description, LongestDescription));
        faults.Note(path.To(Elements.Key), TextRules.WhyNot(content.Key));
        faults.Note(path.To(Elements.Url), string.IsNullOrEmpty(content.Url) ? null : TextRules.WhyNotWebAddress(content.Url));
        faults.Note(path.To(Elements.DisplayDisposition), TextRules.WhyNotWord(content.DisplayDisposition));
    }

    private static bool IsWayToGetIt(DigitalContent content) =>
        content.EmailDelivery == true
        || !string.IsNullOrWhiteSpace(content.Description)
        || !string.IsNullOrWhiteSpace(content.Key)
        || !string.IsNullOrEmpty(content.Url);
}
