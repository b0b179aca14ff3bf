using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>A text the buyer may write.</summary>
internal static class BuyerMessageCheck
{
    private const int LongestName = 100;
    private const int MostChars = 1000;
    private const int LongestLine = 50;
    private const int MostLines = 20;

    public static void In(CartFaults faults, ElementPath path, BuyerMessage message)
    {
        if (message is AddressedBuyerMessage addressed)
        {
            faults.Note(path.ToAttribute(Attributes.From), TextRules.WhyNot(addressed.From, LongestName));
            faults.Note(path.ToAttribute(Attributes.To), TextRules.WhyNot(addressed.To, LongestName));
        }

        if (message is BoundedBuyerMessage bounded)
        {
            faults.Note(path.ToAttribute(Attributes.MaxChars), WhyNot(bounded.MaxChars, MostChars));
            faults.Note(path.ToAttribute(Attributes.MaxLineLength), WhyNot(bounded.MaxLineLength, LongestLine));
            faults.Note(path.ToAttribute(Attributes.MaxLines), WhyNot(bounded.MaxLines, MostLines));
        }

        faults.Note(path, TextRules.WhyNotRequired(message.Text));
    }

    private static string? WhyNot(int? limit, int most) =>
        limit < 1 || limit > most ? FormattableString.Invariant($"is {limit}, but must be 1 to {most}") : null;
}
